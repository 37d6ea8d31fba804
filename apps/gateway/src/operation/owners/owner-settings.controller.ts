import { Body, Controller, Get, Param, Patch, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  changeOwnerSettingsSchema,
  ownerIdSchema,
  ownerSettingsQuerySchema,
  type ChangeOwnerSettings,
  type OwnerSettings,
  type OwnerSettingsPage,
  type OwnerSettingsQuery,
} from '#contracts/api';
import {
  ChangeOwnerSettingsRoute,
  FindOwnerSettingsRoute,
  ListOwnerSettingsRoute,
} from './owner-settings.openapi.ts';
import { OwnerSettingsService } from './owner-settings.service.ts';

const ownerId = { schema: ownerIdSchema };

@ApiTags('owners')
@Controller('owners')
export class OwnerSettingsController {
  constructor(private readonly settings: OwnerSettingsService) {}

  @Get('settings')
  @ListOwnerSettingsRoute()
  list(
    @Query({ schema: ownerSettingsQuerySchema }) query: OwnerSettingsQuery,
  ): Promise<OwnerSettingsPage> {
    return this.settings.list(query);
  }

  @Get(':ownerId/settings')
  @FindOwnerSettingsRoute()
  find(@Param('ownerId', ownerId) id: string): Promise<OwnerSettings> {
    return this.settings.find(id);
  }

  @Patch(':ownerId/settings')
  @ChangeOwnerSettingsRoute()
  change(
    @Param('ownerId', ownerId) id: string,
    @Body({ schema: changeOwnerSettingsSchema }) body: ChangeOwnerSettings,
  ): Promise<OwnerSettings> {
    return this.settings.change(id, body);
  }
}
