import { clipSchema, exchangeSchema } from '#contracts/api';
import { CLIP_EXAMPLE } from '../conversations/clips/clips.examples.ts';
import { EXCHANGE_EXAMPLE } from '../conversations/exchanges/exchanges.examples.ts';
import { DeleteRoute, RestoreRoute } from './bin-routes.openapi.ts';

const WHAT_CHANGES =
  'The conversation has a new revision. Summaries that may tell of it are removed, and one is made again from what is left. The facts that agents have read in the conversation leave their project, which reads it again and makes new reports; reports that exist stay in the history of the project.';

const WHAT_IS_BACK =
  'Work that the deletion has cancelled starts again. The conversation has a new revision; its summary and the reports of its project are made again. If the owner then has too many pins, the oldest ones that were set automatically go. While its conversation is in the bin, it cannot be restored by itself.';

export function DeleteExchangeRoute(): MethodDecorator {
  return DeleteRoute(
    'exchange',
    `Moves the exchange with its turns, recordings, texts and their earlier versions, and the memories that were made of it to the bin, and stops its transcription. ${WHAT_CHANGES}`,
  );
}

export function RestoreExchangeRoute(): MethodDecorator {
  return RestoreRoute(
    'exchange',
    `Brings it back as it was, to its place in the conversation. ${WHAT_IS_BACK}`,
    { schema: exchangeSchema, example: EXCHANGE_EXAMPLE },
  );
}

export function DeleteClipRoute(): MethodDecorator {
  return DeleteRoute(
    'clip',
    `Moves the clip with its exchange to the bin: all turns that are heard in it, their texts and earlier versions of these, and the memories that were made of it. Stops its transcription. ${WHAT_CHANGES}`,
  );
}

export function RestoreClipRoute(): MethodDecorator {
  return RestoreRoute(
    'clip',
    `Brings it back as it was, to its place in the conversation. ${WHAT_IS_BACK}`,
    { schema: clipSchema, example: CLIP_EXAMPLE },
  );
}
