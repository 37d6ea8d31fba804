import { GERMAN_EVENTS, GERMAN_REACHED } from './foreign-events.ts';
import { GERMAN_BLOCKERS } from './german/blockers.ts';
import { GERMAN_COMMITMENTS } from './german/commitments.ts';
import { fact, type LanguagePatterns } from './pattern.ts';
import { SETTLED } from './settled.ts';

const MILESTONE = '(?:der |die |das |den |unser |unsere )?(?<what>(?:[\\p{L}-]+ ){0,3}?[\\p{L}-]+)';

/** The commonest ways to state a fact in German. */
export const GERMAN: LanguagePatterns = {
  decisions: [
    fact(
      'decision',
      null,
      '(?:wir|ich) (?:haben|habe)(?: uns| mich)?(?: jetzt| gestern| heute)? (?:beschlossen|entschieden|vereinbart),? (?<what>.+)',
      { negation: 'allowed' },
    ),
    fact(
      'decision',
      null,
      '(?:wir|ich) (?:haben uns|habe mich) (?:\\p{L}+ ){0,2}für (?<what>.+?) entschieden',
      { negation: 'allowed' },
    ),
    fact(
      'decision',
      'against',
      '(?:wir|ich) (?:haben uns|habe mich) (?:\\p{L}+ ){0,2}gegen (?<what>.+?) entschieden',
      { negation: 'allowed' },
    ),
    fact(
      'decision',
      'instead',
      '(?:statt|anstatt|anstelle) .{2,40}? (?:nehmen|machen|gehen|buchen|mieten|bestellen|feiern|drucken|bleiben) wir (?:jetzt |nun |doch |lieber )*(?<what>.+)',
    ),
    SETTLED,
    fact('decision', null, '(?:wir nehmen|wir bleiben bei|wir einigen uns auf) (?<what>.+)'),
  ],
  risks: [
    fact(
      'risk',
      null,
      'es (?:besteht|gibt) (?:noch )?(?:das|ein|die) (?:\\p{L}+ )?(?:risiko|gefahr),? (?:dass )?(?<what>.+)',
      { modal: 'allowed', negation: 'allowed' },
    ),
    fact('risk', null, '(?:das|ein) (?:\\p{L}+ )?risiko ist,? (?:dass )?(?<what>.+)', {
      modal: 'allowed',
      negation: 'allowed',
    }),
    fact(
      'risk',
      null,
      '(?:was mir (?:am meisten |wirklich |echt )?sorgen macht|was mich (?:am meisten )?(?:beunruhigt|nachts wach hält)),? (?:ist|sind)(?:,? dass)? (?<what>.+)',
      { modal: 'allowed', negation: 'allowed' },
    ),
    fact(
      'risk',
      null,
      '(?:ich hab(?:e)? (?:\\p{L}+ )?angst|meine (?:größte )?(?:sorge|angst) ist|die größte gefahr ist),? (?:dass |vor )?(?<what>.+)',
      { modal: 'allowed', negation: 'allowed' },
    ),
    fact(
      'risk',
      null,
      'mir (?:macht|machen) (?<what>.+?) (?:große |echt |wirklich |noch |etwas |viel |am meisten )?sorgen(?![\\p{L}])',
      {
        modal: 'allowed',
        negation: 'allowed',
      },
    ),
    fact('risk', null, 'ich (?:mache mir sorgen|befürchte|fürchte),? (?:um |dass )?(?<what>.+)', {
      modal: 'allowed',
      negation: 'allowed',
    }),
  ],
  blockers: GERMAN_BLOCKERS,
  milestones: [
    fact(
      'milestone',
      'moved',
      `${MILESTONE} (?:wurde|wird|ist|haben wir|ist jetzt) .{0,60}?(?:auf|in|bis) .+(?:verschoben|verlegt|vorgezogen)`,
      { needs: 'date', date: 'last', corrects: true },
    ),
    fact(
      'milestone',
      'moved',
      '(?:wir|ich) (?:verschieben|verlegen|haben) (?:den |die |das )?(?<what>.{1,40}?) (?:vom .{1,30} )?(?:auf|in) .+',
      {
        needs: 'date',
        date: 'last',
        corrects: true,
        accepts: (_, { text }) => /verschieb|verschob|verleg/iu.test(text),
      },
    ),
    fact(
      'milestone',
      'planned',
      `${MILESTONE} geht .{0,30}(?:online|live|in betrieb|an den start)`,
      {
        needs: 'date',
      },
    ),
    ...GERMAN_EVENTS,
    ...GERMAN_REACHED,
    fact(
      'milestone',
      'planned',
      `${MILESTONE} (?:ist|sind|bleibt) (?:für |am |im |auf )?.{0,40}(?:geplant|angesetzt|terminiert)`,
      { needs: 'date' },
    ),
    fact(
      'milestone',
      'planned',
      '(?<what>wir (?:starten|gehen .{0,20}live|eröffnen|veröffentlichen).*)',
      { needs: 'date' },
    ),
  ],
  commitments: GERMAN_COMMITMENTS,
};
