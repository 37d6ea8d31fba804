import { AMOUNT_READER } from '../../language/testing/amount-reader.ts';
import { serveRules } from '../serve-rules.ts';

serveRules([AMOUNT_READER]);
