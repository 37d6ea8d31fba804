import { Injectable } from '@nestjs/common';
import type {
  ChangeOwnerSettings,
  OwnerSettings,
  OwnerSettingsPage,
  OwnerSettingsQuery,
} from '#contracts/api';
import { OwnerSettingsRepository, type OwnerSettingsRecord } from '#store';
import { Dispatcher } from '../../dispatcher/dispatcher.ts';

/** What is set for owners instead of what holds for all. */
@Injectable()
export class OwnerSettingsService {
  constructor(
    private readonly owners: OwnerSettingsRepository,
    private readonly dispatcher: Dispatcher,
  ) {}

  async find(ownerId: string): Promise<OwnerSettings> {
    return this.shown(await this.owners.find(ownerId));
  }

  /** The owners for whom something is set that does not hold for all. */
  async list(query: OwnerSettingsQuery): Promise<OwnerSettingsPage> {
    const { items, nextCursor } = await this.owners.unscored(query);
    return { items: items.map((each) => this.shown(each)), nextCursor };
  }

  /** @throws AppError `owner_being_erased` */
  async change(ownerId: string, change: ChangeOwnerSettings): Promise<OwnerSettings> {
    await this.owners.change(ownerId, change);
    this.dispatcher.request();
    return this.find(ownerId);
  }

  private shown(record: OwnerSettingsRecord): OwnerSettings {
    const { scoring, voiceProfiles } = this.owners.ofInstallation;
    return {
      ...record,
      scoringOfInstallation: scoring,
      voiceProfilesOfInstallation: voiceProfiles,
    };
  }
}
