import { TEMPLATE_SHAPES, type SummaryForm } from '#contracts/model';
import { ENGLISH } from '../../summary-form.fixture.ts';
import { countedOf } from '../counted.ts';
import { combine } from './combine.ts';
import { summarise } from './summarise.ts';
import { turnsOf } from './summary/turns.fixture.ts';

const MEETING = [
  'Ada: The payment provider still has not signed the contract for Europe.',
  'Tom: Without them we lose forty percent of our customers in March.',
  'Priya: Their legal department needs another ten days for the contract.',
  "Ada: Okay, let's move the launch to March 17.",
  'Tom: Great. I will tell the press agency by Wednesday.',
  'Ada: The search ads cost 12,000 euros in January and brought 230 signups.',
  'Priya: The invite email is not sent when a name has an accent.',
  'Tom: The payment provider has a new contract for us.',
  "Ada: Let's paint the office green.",
  'Priya: Somebody should write the manual by Friday.',
];
const TURNS = turnsOf(MEETING);
const made = (form: SummaryForm) => summarise({ title: '', turns: TURNS, form });
const inTemplate = (template: SummaryForm['template']) => made({ ...ENGLISH, template });

describe('the templates of the rules', () => {
  it('are brief: three key points at most, and only what is certain', () => {
    const [brief, detailed] = [inTemplate('brief'), inTemplate('detailed')];
    expect(brief.keyPoints).toHaveLength(TEMPLATE_SHAPES.brief.mostKeyPoints);
    expect(detailed.keyPoints.length).toBeGreaterThan(brief.keyPoints.length);
    const possible = [...detailed.decisions, ...detailed.actionItems].filter(
      ({ certainty }) => certainty === 'possible',
    );
    expect(possible.length).toBeGreaterThan(0);
    for (const { certainty } of [...brief.decisions, ...brief.actionItems]) {
      expect(certainty).toBe('certain');
    }
  });

  it('are minutes: attendees, topics, decisions and action items, without key points', () => {
    const minutes = inTemplate('minutes');
    expect(minutes).toMatchObject({
      overview: 'Ada, Tom and Priya spoke in 10 turns.',
      attendees: ['Ada', 'Tom', 'Priya'],
      topics: expect.arrayContaining(['payment provider']) as unknown,
      keyPoints: [],
    });
    expect(minutes.decisions).toEqual(inTemplate('detailed').decisions);
    expect(minutes.actionItems).toEqual(inTemplate('detailed').actionItems);
  });

  it.each(['brief', 'detailed', 'minutes'] as const)('hold for %s parts as well', (template) => {
    const form = { ...ENGLISH, template };
    const halves = [TURNS.slice(0, 5), TURNS.slice(5)];
    const parts = halves.map((turns) => summarise({ title: '', turns, form }));
    const whole = combine({ title: '', parts, counted: countedOf(TURNS), form });
    const { mostKeyPoints } = TEMPLATE_SHAPES[template];
    expect(whole.keyPoints.length).toBeLessThanOrEqual(mostKeyPoints);
    expect(whole.attendees).toEqual(template === 'minutes' ? ['Ada', 'Tom', 'Priya'] : undefined);
    expect(whole.overview).toMatch(/^Ada, Tom and Priya spoke in 10 turns\./u);
  });
});

describe('the language of the rules', () => {
  const conversation = (lines: readonly string[], language: SummaryForm['language']) =>
    summarise({ title: '', turns: turnsOf([...lines]), form: { ...ENGLISH, language } });

  it.each([
    [
      'de',
      [
        'Ada: Wir brauchen den Vertrag mit dem Anbieter.',
        'Tom: Der Vertrag mit dem Anbieter fehlt noch, sagt die Bank.',
        'Ada: Der Anbieter wartet auf den Vertrag.',
      ],
      /^Gesprochen: Ada und Tom, 3 Beiträge\./u,
    ],
    [
      'fr',
      [
        'Ada: Il nous faut le contrat du fournisseur.',
        'Tom: Le contrat du fournisseur manque encore, dit la banque.',
        'Ada: Le fournisseur attend le contrat.',
      ],
      /^Participants : Ada et Tom, 3 interventions\./u,
    ],
    [
      'es',
      [
        'Ada: Necesitamos el contrato del proveedor.',
        'Tom: El contrato del proveedor falta todavía, dice el banco.',
        'Ada: El proveedor espera el contrato.',
      ],
      /^Participantes: Ada y Tom, 3 intervenciones\./u,
    ],
  ] as const)('is that of the conversation: %s', (language, lines, overview) => {
    const summary = conversation(lines, language);
    expect(summary.overview).toMatch(overview);
    expect(summary.overview).not.toMatch(/\b(?:spoke|turns|Topics)\b/u);
    expect(summary.keyPoints.length).toBeGreaterThan(0);
    const words = lines.join(' ').toLowerCase();
    for (const topic of summary.topics ?? []) expect(words).toContain(topic.toLowerCase());
  });

  it('is no language where it is not known', () => {
    const { overview } = conversation(['Ада: Привет.', 'Том: Договор готов.'], null);
    expect(overview).toMatch(/^Ада, Том \(2\)/u);
  });
});
