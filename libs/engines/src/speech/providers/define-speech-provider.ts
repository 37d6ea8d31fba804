import path from 'node:path';
import type { SpeechProvider } from '#contracts/model';
import type { EngineSettingsSchema, GivenSettings, SpeechModel } from '#platform';
import type { EngineContext } from '../../engine-context.ts';
import {
  defineSpeechEngine,
  type SpeechAbility,
  type SpeechEngineDefinition,
} from '../define-speech-engine.ts';
import { speechProcessSettings } from '../faster-whisper.definition.ts';
import type { AudioLimits } from '../services/audio-limits.ts';
import type { Transcriber } from '../services/transcriber.ts';
import type { SpeechEngine } from '../speech-engine.port.ts';

/** How the models of a provider are reached. */
export interface SpeechAccess {
  /** Base URL of its API including the version. */
  readonly baseUrl: string;
  /** `null` for a server that requires none. */
  readonly apiKey: string | null;
  readonly limits: AudioLimits;
}

/** A model of a provider, and the settings to check when the provider does not accept a request. */
export interface ServiceModel extends SpeechAccess {
  readonly model: string;
  readonly checks: readonly string[];
}

/** The contents of the definition file of a provider. */
export interface SpeechProviderSpec<Settings> {
  readonly name: SpeechProvider;
  readonly description: string;
  readonly settings: EngineSettingsSchema<Settings>;
  /** The settings without which none of its models can be reached. */
  readonly required: readonly string[];
  /** Names of further settings to check, which another definition has. */
  readonly checks?: readonly string[];
  /** @param model of a name `provider:model` */
  readonly ability: (model: string) => SpeechAbility;
  /** @returns `null` when a required setting is not set */
  readonly access: (settings: Settings, given: GivenSettings) => SpeechAccess | null;
  /** Makes what speaks the protocol. Imports it dynamically. */
  readonly transcriber: (model: ServiceModel) => Promise<Transcriber>;
}

/**
 * Defines a service that transcribes. Its models are those that settings name, each an engine of its own; for
 * them, what the provider requires must be set.
 */
export function defineSpeechProvider<Settings>(
  spec: SpeechProviderSpec<Settings>,
): SpeechEngineDefinition {
  const { name: provider, description, settings, required } = spec;
  const ofProvider = (named: readonly SpeechModel[]) =>
    named.filter(({ service }) => service?.provider === provider);
  return {
    ...defineSpeechEngine({
      ...{ name: provider, description, settings, required },
      abilities: {
        isRemote: true,
        of: (name) => spec.ability(name.slice(provider.length + 1)),
      },
      names: (_settings, named) => ofProvider(named).map(({ name }) => name),
      create: async (given, context) => {
        const access = spec.access(given, context.config.engineSettings);
        const models = ofProvider(context.config.speech.models);
        if (access === null || models.length === 0) return new Map();
        return enginesOf(spec, models, access, context);
      },
    }),
  };
}

async function enginesOf<Settings>(
  { settings, checks = [], transcriber }: SpeechProviderSpec<Settings>,
  models: readonly SpeechModel[],
  access: SpeechAccess,
  context: EngineContext,
): Promise<ReadonlyMap<string, SpeechEngine>> {
  const { ServiceSpeechEngine } = await import('../service.engine.ts');
  const { RequestGate } = await import('../../remote/pace/request-gate.ts');
  const { askedToWait } = await import('../services/service-errors.ts');
  const { timeoutMs, maxRequests } = context.config.speech.services;
  const sound = await localSound(context);
  const gate = new RequestGate(maxRequests, askedToWait);
  const shared = { baseUrl: access.baseUrl, limits: access.limits, sound, gate };
  const names = [...checks, ...Object.keys(settings.shape)];
  const engines = models.map(({ name, service }) => {
    const model = { ...access, model: service?.model ?? '', checks: names };
    const made = { ...shared, name, timeoutMs, maxRequests };
    return [
      name,
      new ServiceSpeechEngine({ ...made, transcriber: () => transcriber(model) }),
    ] as const;
  });
  return new Map(engines);
}

async function localSound({ config, logger }: EngineContext) {
  const { LocalSound } = await import('../local-sound.ts');
  return new LocalSound({
    ...speechProcessSettings(config.engineSettings),
    speechFolder: path.resolve('speech'),
    slots: config.speech.slots,
    silenceTimeoutMs: config.speech.heartbeatTimeoutMs,
    logger: logger.child({ engine: 'sound' }),
  });
}
