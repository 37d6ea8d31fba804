import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Put,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  editMemorySchema,
  idSchema,
  memoryQuerySchema,
  writeMemorySchema,
  type EarlierNarratives,
  type EditMemory,
  type Memory,
  type MemoryPage,
  type MemoryQuery,
  type Task,
  type WriteMemory,
} from '#contracts/api';
import { idempotencyKeyOf } from '../http/idempotency-key.ts';
import {
  EarlierNarrativesRoute,
  EditMemoryRoute,
  FindMemoryRoute,
  ListMemoriesRoute,
  PinMemoryRoute,
  RescoreMemoryRoute,
  UnpinMemoryRoute,
  WriteMemoryRoute,
} from './memories.openapi.ts';
import { MemoriesService } from './memories.service.ts';

const memoryId = { schema: idSchema('memory') };

@ApiTags('memories')
@Controller('memories')
export class MemoriesController {
  constructor(private readonly memories: MemoriesService) {}

  @Post()
  @HttpCode(202)
  @WriteMemoryRoute()
  async write(
    @Body({ schema: writeMemorySchema }) body: WriteMemory,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Memory> {
    const written = await this.memories.write(body, idempotencyKeyOf(request));
    void reply.header('location', `/memories/${written.id}`);
    return written;
  }

  @Get()
  @ListMemoriesRoute()
  list(@Query({ schema: memoryQuerySchema }) query: MemoryQuery): Promise<MemoryPage> {
    return this.memories.list(query);
  }

  @Get(':id')
  @FindMemoryRoute()
  find(@Param('id', memoryId) id: string): Promise<Memory> {
    return this.memories.find(id);
  }

  @Patch(':id')
  @EditMemoryRoute()
  edit(
    @Param('id', memoryId) id: string,
    @Body({ schema: editMemorySchema }) body: EditMemory,
  ): Promise<Memory> {
    return this.memories.edit(id, body);
  }

  @Get(':id/narratives')
  @EarlierNarrativesRoute()
  narratives(@Param('id', memoryId) id: string): Promise<EarlierNarratives> {
    return this.memories.narratives(id);
  }

  @Put(':id/pin')
  @PinMemoryRoute()
  pin(@Param('id', memoryId) id: string): Promise<Memory> {
    return this.memories.setPin(id, true);
  }

  @Delete(':id/pin')
  @UnpinMemoryRoute()
  unpin(@Param('id', memoryId) id: string): Promise<Memory> {
    return this.memories.setPin(id, false);
  }

  @Post(':id/rescore')
  @HttpCode(202)
  @RescoreMemoryRoute()
  async rescore(
    @Param('id', memoryId) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Task> {
    const task = await this.memories.rescore(id);
    void reply.header('location', `/tasks/${task.id}`);
    return task;
  }
}
