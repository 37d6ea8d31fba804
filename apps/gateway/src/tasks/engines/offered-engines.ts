import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { OfferedEngine } from '#contracts/api';
import { offeredOllamaModels } from '#engines/definitions';
import type { Config } from '#platform';
import { CONFIG } from '../../infrastructure/config.module.ts';

/** Models that run on this machine and could be used, looked for once at the start. */
@Injectable()
export class OfferedEngines implements OnApplicationBootstrap {
  private offered: readonly OfferedEngine[] = [];
  private readonly logger = new Logger(OfferedEngines.name);

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Never used by itself: an operator adds the line and starts again. */
  get all(): readonly OfferedEngine[] {
    return this.offered;
  }

  async onApplicationBootstrap(): Promise<void> {
    const names = await offeredOllamaModels(this.config);
    this.offered = names.map((engine) => ({
      engine,
      setting: `AFTERWORD_LANGUAGE_ENGINE=${engine}`,
    }));
    const [first] = this.offered;
    if (first === undefined) return;
    this.logger.log(`an Ollama was found and is not used; to use it, set ${first.setting}`);
  }
}
