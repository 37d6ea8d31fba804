import type { TestStore } from '../../../store/src/store.fixture.ts';
import { oneOf } from './random-runs.fixture.ts';

/** Requests of tasks, as clients and operators make them. */
export class RandomRequests {
  constructor(
    private readonly store: TestStore,
    private readonly random: () => number,
    private readonly someId: (table: string) => Promise<string | null>,
  ) {}

  /** Requests a task of some kind. @param conversationId the conversation that it may be about */
  async request(conversationId: string | undefined): Promise<void> {
    await oneOf<() => Promise<void>>(this.random, [
      () => this.requestOfInstallation(),
      () => this.requestTranscription(),
      () => this.requestOfConversation(conversationId),
    ])();
  }

  private async requestOfInstallation(): Promise<void> {
    const type = oneOf(this.random, ['backup', 'snapshot'] as const);
    await this.store.repositories.installationTasks.request(type, {}, null);
  }

  private async requestTranscription(): Promise<void> {
    const clipId = await this.someId('clips');
    if (clipId === null) return;
    const settings = this.random() < 0.5 ? {} : { language: 'de' };
    const wanted = { type: 'transcription', clipId, settings } as const;
    await unlessRefused(() => this.store.repositories.requestedTasks.create(wanted, null));
  }

  private async requestOfConversation(conversationId: string | undefined): Promise<void> {
    if (conversationId === undefined) return;
    const type = oneOf(this.random, ['correction', 'summary', 'significance'] as const);
    const wanted = { type, conversationId };
    await unlessRefused(() => this.store.repositories.requestedTasks.create(wanted, null));
  }
}

/** A request may be refused for what else is open, or because its subject is gone. */
export async function unlessRefused(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const isRefusal = error instanceof Error && error.name === 'AppError';
    if (!isRefusal) throw error;
  }
}
