import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { Config } from '#platform';

/** Token of the process's settings. */
export const CONFIG = Symbol('config');

/** Gives every module the settings, read once by whoever starts the process. */
@Global()
@Module({})
export class ConfigModule {
  static of(config: Config): DynamicModule {
    const provider = { provide: CONFIG, useValue: config };
    return { module: ConfigModule, providers: [provider], exports: [provider] };
  }
}
