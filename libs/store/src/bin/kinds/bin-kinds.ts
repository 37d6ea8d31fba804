import type { BinKind } from '#contracts/model';
import type { BinKindRules } from './bin-kind.port.ts';
import { clipKind } from './clip.bin-kind.ts';
import { conversationKind } from './conversation.bin-kind.ts';
import { documentKind } from './document.bin-kind.ts';
import { exchangeKind } from './exchange.bin-kind.ts';
import { memoryKind } from './memory.bin-kind.ts';
import { projectKind } from './project.bin-kind.ts';

/** The kinds of things that can be deleted. */
export const BIN_KIND_RULES: Readonly<Record<BinKind, BinKindRules>> = {
  conversation: conversationKind,
  exchange: exchangeKind,
  clip: clipKind,
  memory: memoryKind,
  document: documentKind,
  project: projectKind,
};
