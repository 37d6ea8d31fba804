import type {
  EffectiveGlossary,
  Glossary,
  OutdatedConversation,
  SetGlossaryEntry,
} from '#contracts/api';
import { EXAMPLE } from '../openapi/example-ids.ts';

const KAITO = { term: 'Kaito', soundsLike: ['Kyto', 'key toe'], language: null };

export const ENTRY_BODY: SetGlossaryEntry = KAITO;

export const GLOSSARY_EXAMPLE: Glossary = {
  level: 'project',
  id: EXAMPLE.projectId,
  ownerId: 'ada',
  entries: [
    { id: 'gle_5f0a6b1c2d3e4f5061728394', ...KAITO },
    { id: 'gle_0a6b1c2d3e4f50617283945f', term: 'Heron', soundsLike: [], language: 'en' },
  ],
  changedAt: EXAMPLE.createdAt,
};

export const EFFECTIVE_GLOSSARY_EXAMPLE: EffectiveGlossary = {
  entries: GLOSSARY_EXAMPLE.entries.map((entry) => ({ ...entry, level: 'project' })),
};

export const OUTDATED_EXAMPLE: OutdatedConversation = {
  conversationId: EXAMPLE.conversationId,
  title: 'Launch planning',
  passages: 3,
};
