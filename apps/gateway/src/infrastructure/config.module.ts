import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { Config } from '#platform';

/** Token of the settings. */
export const CONFIG = Symbol('config');

/** Provides the settings, which are loaded once at startup, to every module. */
@Global()
@Module({})
export class ConfigModule {
  static of(config: Config): DynamicModule {
    const provider = { provide: CONFIG, useValue: config };
    return { module: ConfigModule, providers: [provider], exports: [provider] };
  }
}
