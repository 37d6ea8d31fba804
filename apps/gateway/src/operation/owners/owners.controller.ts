import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ownerIdSchema, type OwnerUsage } from '#contracts/api';
import { OwnerUsageRoute } from './owners.openapi.ts';
import { OwnersService } from './owners.service.ts';

@ApiTags('owners')
@Controller('owners')
export class OwnersController {
  constructor(private readonly owners: OwnersService) {}

  @Get(':ownerId/usage')
  @OwnerUsageRoute()
  usage(@Param('ownerId', { schema: ownerIdSchema }) ownerId: string): Promise<OwnerUsage> {
    return this.owners.usage(ownerId);
  }
}
