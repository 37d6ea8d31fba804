import { sql } from 'drizzle-orm';
import { turns } from '../../schema/index.ts';

/** In a query of `turns`: whether the exchange has other turns of speakers that no voice has told. */
export const HAS_KNOWN_TURNS = sql<boolean>`EXISTS (
  SELECT FROM turns AS other WHERE other.exchange_id = ${turns.exchangeId}
    AND other.id <> ${turns.id} AND other.voice_label IS NULL)`;
