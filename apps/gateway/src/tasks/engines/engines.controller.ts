import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Engines } from '#contracts/api';
import { EnginesRoute } from './engines.openapi.ts';
import { EnginesService } from './engines.service.ts';

@ApiTags('tasks')
@Controller('engines')
export class EnginesController {
  constructor(private readonly engines: EnginesService) {}

  @Get()
  @EnginesRoute()
  list(): Promise<Engines> {
    return this.engines.list();
  }
}
