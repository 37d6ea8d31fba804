import path from 'node:path';
import type { EngineInfo } from '#contracts/api';
import { kindOf, LANGUAGE_TASK_TYPES, TASK_TYPES, type TaskType } from '#contracts/tasks';
import {
  ENGINES,
  enginesNamed,
  languageDefinitions,
  languageEngineNames,
  speechDefinitions,
  speechEngineNames,
  type AnyEngineDefinition,
} from '#engines/definitions';
import { ERROR_DEFINITIONS } from '#contracts/model';
import type { Config } from '#platform';
import type { EngineFailure } from '#store';

/** Every engine that there is or could be: those that settings name, and each provider without one. */
export function engineInfos(config: Config): readonly EngineInfo[] {
  return [...speechInfos(config), ...languageInfos(config), voiceInfo(config)];
}

/** The engines with what went wrong with them. Only those that transcribe are noted. */
export function withFailures(
  engines: readonly EngineInfo[],
  failures: readonly EngineFailure[],
): readonly EngineInfo[] {
  const ofEngine = new Map(failures.map((failure) => [failure.engine, failure]));
  return engines.map((each) => {
    const failure = each.kind === 'speech' ? ofEngine.get(each.name) : undefined;
    return failure === undefined ? each : { ...each, lastFailure: shown(failure) };
  });
}

function shown({ code, failedAt }: EngineFailure): EngineInfo['lastFailure'] {
  const { title, nextAction } = ERROR_DEFINITIONS[code];
  return { code, title, nextAction, failedAt: failedAt.toISOString() };
}

function speechInfos(config: Config): readonly EngineInfo[] {
  const { default: usual } = speechEngineNames(ENGINES, config);
  const { prices } = config.speech.services;
  const types = TASK_TYPES.filter((type) => kindOf(type).engine === 'speech');
  return speechDefinitions(ENGINES).flatMap((definition) => {
    const { isRemote, of } = definition.abilities;
    return infosOf(definition, config, (name) => ({
      ...of(name),
      remote: isRemote,
      usedFor: name === usual ? types : [],
      cost: isRemote ? costOf(name in prices) : 'none',
    }));
  });
}

function languageInfos(config: Config): readonly EngineInfo[] {
  const { ofType } = languageEngineNames(ENGINES, config);
  const { prices } = config.language;
  return languageDefinitions(ENGINES).flatMap((definition) =>
    infosOf(definition, config, (name) => ({
      remote: definition.costly,
      usedFor: LANGUAGE_TASK_TYPES.filter((type) => ofType[type] === name),
      // The rules are for English; of other languages they correct spacing and repetitions only.
      languages: definition.costly ? null : ['en'],
      ...{ tellsSpeakers: null, wordTimes: null },
      cost: definition.costly ? costOf(name in prices) : 'none',
    })),
  );
}

/** Voices are compared, so they may be of any language. */
function voiceInfo({ speech }: Config): EngineInfo {
  const { voiceModel } = speech;
  const types: readonly TaskType[] = ['transcription', 'diarisation'];
  return {
    name: voiceModel === null ? 'campplus' : path.basename(voiceModel),
    kind: 'voice',
    description: 'A local network that tells voices apart, for whatever engine transcribes.',
    remote: false,
    available: voiceModel !== null,
    why: voiceModel === null ? 'Set AFTERWORD_VOICE_MODEL=campplus.' : null,
    lastFailure: null,
    usedFor: voiceModel === null ? [] : [...types],
    languages: null,
    ...{ tellsSpeakers: true, wordTimes: null, cost: 'none' },
  };
}

type Ability = Omit<
  EngineInfo,
  'name' | 'kind' | 'description' | 'available' | 'why' | 'lastFailure' | 'languages'
> & {
  readonly languages: readonly string[] | null;
};

/** One for each engine of a definition, or one for a definition that has none. */
function infosOf(
  definition: AnyEngineDefinition,
  config: Config,
  abilityOf: (name: string) => Ability,
): readonly EngineInfo[] {
  const { kind, name: provider, description } = definition;
  const names: readonly string[] = definition.names(config.engineSettings, enginesNamed(config));
  const infoOf = (name: string, why: string | null): EngineInfo => {
    const { languages, ...ability } = abilityOf(name);
    return {
      ...{ name, kind, description, available: why === null, why, lastFailure: null },
      ...ability,
      languages: languages === null ? null : [...languages],
    };
  };
  return names.length > 0
    ? names.map((name) => infoOf(name, null))
    : [infoOf(provider, missing(definition, config))];
}

/** What has to be set so that a definition has an engine. */
function missing({ kind, name, required }: AnyEngineDefinition, config: Config): string {
  const example = `${name}:model`;
  const unset = required(example).filter((each) => config.engineSettings[each] === undefined);
  const model = `name a model as ${example} in AFTERWORD_${kind.toUpperCase()}_MODELS`;
  const local = `name a model in AFTERWORD_SPEECH_MODELS`;
  const naming = kind === 'speech' && name === 'faster-whisper' ? local : model;
  const sentence = unset.length === 0 ? naming : `set ${unset.join(' and ')}, and ${naming}`;
  return `${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}.`;
}

function costOf(isPriced: boolean): 'known' | 'unknown' {
  return isPriced ? 'known' : 'unknown';
}
