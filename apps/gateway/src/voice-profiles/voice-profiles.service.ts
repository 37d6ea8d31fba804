import { Injectable } from '@nestjs/common';
import type { VoiceProfile, VoiceProfilePage, VoiceProfileQuery } from '#contracts/api';
import { WINDOW_STEP_MS } from '#domain';
import { VoiceProfilesRepository, type VoiceProfileRecord } from '#store';

/** The voices of owners that people have named. */
@Injectable()
export class VoiceProfilesService {
  constructor(private readonly profiles: VoiceProfilesRepository) {}

  async list(query: VoiceProfileQuery): Promise<VoiceProfilePage> {
    const { items, nextCursor } = await this.profiles.list(query);
    return { items: items.map(toVoiceProfile), nextCursor };
  }

  /** @throws AppError `not_found` */
  remove(id: string): Promise<void> {
    return this.profiles.remove(id);
  }

  async removeAll(ownerId: string): Promise<void> {
    await this.profiles.removeAll(ownerId);
  }
}

function toVoiceProfile({
  windowCount,
  createdAt,
  clipId: _clipId,
  ...profile
}: VoiceProfileRecord): VoiceProfile {
  return {
    ...profile,
    heardMs: windowCount * WINDOW_STEP_MS,
    createdAt: createdAt.toISOString(),
  };
}
