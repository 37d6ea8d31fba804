import { z } from 'zod';
import { DEFAULT_OWNER_ID } from '../model/ids.ts';
import { REFRESH_RULES } from '../model/plans.ts';
import { transcriptStyleSchema } from './conversation.schema.ts';
import { spokenLanguageSchema } from './engine.schema.ts';
import {
  idSchema,
  ownerIdSchema,
  pageOf,
  pageQueryOf,
  timestampSchema,
  typedTextSchema,
} from './common.schema.ts';
import { setSummaryStyleSchema, summaryStyleSchema } from './summary-style.schema.ts';

/** ISO 4217 code of a currency that exists. */
export const currencySchema = z
  .string()
  .regex(/^[A-Z]{3}$/, 'must be three capital letters')
  .refine((code) => Intl.supportedValuesOf('currency').includes(code), 'is no currency of ISO 4217')
  .meta({ example: 'EUR' });

const timeZoneSchema = z
  .string()
  .max(60)
  .refine(isTimeZone, 'is no time zone of the IANA database')
  .meta({ example: 'Europe/Berlin' });

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const projectFields = {
  name: typedTextSchema(200).meta({ example: 'Summer festival' }),
  currency: currencySchema.describe('Of amounts whose currency is not stated.'),
  timeZone: timeZoneSchema.describe('In which days begin, such as that of "next Friday".'),
  refresh: z
    .enum(REFRESH_RULES)
    .describe(
      'When reports are made without a request: never, when there is new material and no more has come for a minute, or once a day or week.',
    ),
};

const projectStyleSchema = transcriptStyleSchema.describe(
  'What corrections of its conversations do with fillers and false starts, unless a conversation says otherwise. Null for the style of the installation.',
);

const projectLanguageSchema = spokenLanguageSchema
  .nullable()
  .describe(
    'What is spoken in recordings of its conversations, as ISO 639-1, unless a conversation says otherwise; `auto` to detect it. Null for the language of the owner or the installation.',
  );

/** Body of `POST /projects`. */
export const createProjectSchema = z
  .object({
    ...projectFields,
    currency: projectFields.currency.default('EUR'),
    timeZone: projectFields.timeZone.default('UTC'),
    refresh: projectFields.refresh.default('manual'),
    ownerId: ownerIdSchema.default(DEFAULT_OWNER_ID),
  })
  .strict()
  .meta({ id: 'CreateProject' });
export type CreateProject = z.output<typeof createProjectSchema>;

/** Body of `PATCH /projects/{id}`: fields that are left out stay unchanged. */
export const changeProjectSchema = z
  .object({
    ...projectFields,
    summaryStyle: setSummaryStyleSchema,
    transcriptStyle: projectStyleSchema,
    spokenLanguage: projectLanguageSchema,
  })
  .partial()
  .strict()
  .meta({ id: 'ChangeProject' });
export type ChangeProject = z.output<typeof changeProjectSchema>;

/** A project: conversations and documents that agents report about. */
export const projectSchema = z
  .object({
    id: idSchema('project'),
    ownerId: ownerIdSchema,
    name: z.string(),
    currency: z.string(),
    timeZone: z.string(),
    refresh: z.enum(REFRESH_RULES),
    summaryStyle: summaryStyleSchema,
    transcriptStyle: projectStyleSchema,
    spokenLanguage: projectLanguageSchema,
    conversationCount: z.number().int(),
    documentCount: z.number().int(),
    createdAt: timestampSchema,
    updatedAt: timestampSchema,
  })
  .meta({ id: 'Project' });
export type Project = z.output<typeof projectSchema>;

export const projectPageSchema = pageOf(projectSchema).meta({ id: 'ProjectPage' });
export type ProjectPage = z.output<typeof projectPageSchema>;

/** Query of `GET /projects`; newest first. */
export const projectQuerySchema = pageQueryOf('project')
  .extend({ ownerId: ownerIdSchema.optional() })
  .meta({ id: 'ProjectQuery' });
export type ProjectQuery = z.output<typeof projectQuerySchema>;

const amountSchema = z
  .string()
  .regex(/^\d{1,15}(\.\d{1,4})?$/, 'must be a decimal number without separators')
  .meta({ example: '12000.00' });

const dateSchema = z.iso.date().meta({ example: '2026-12-01' });

const plan = z
  .object({
    budget: z
      .array(
        z
          .object({
            category: typedTextSchema(100).meta({ example: 'Venue' }),
            month: z
              .string()
              .regex(/^[12]\d{3}-(0[1-9]|1[0-2])$/, 'must look like 2026-11')
              .nullable()
              .default(null)
              .describe('Null for an amount of the whole project.'),
            amount: amountSchema,
          })
          .strict(),
      )
      .max(1_000)
      .default([])
      .describe('In the currency of the project.'),
    goals: z
      .array(
        z
          .object({
            name: typedTextSchema(200).meta({ example: 'Tickets sold' }),
            target: amountSchema.nullable().default(null),
            unit: z.string().trim().max(30).default(''),
            by: dateSchema.nullable().default(null),
          })
          .strict(),
      )
      .max(200)
      .default([]),
    milestones: z
      .array(z.object({ name: typedTextSchema(200), on: dateSchema }).strict())
      .max(200)
      .default([]),
  })
  .strict();

/** Budget, goals and milestones of a project, as a person has entered them. */
export const projectPlanSchema = plan.meta({ id: 'ProjectPlan' });

/** Body of `PUT /projects/{id}/plan`: what is left out is empty. */
export const setProjectPlanSchema = plan.meta({ id: 'SetProjectPlan' });
export type ProjectPlanBody = z.output<typeof projectPlanSchema>;
