import { Injectable } from '@nestjs/common';
import { findAgent } from '#agents';
import type { FactPage, FactQuery, FactView } from '#contracts/api';
import type { FactDecision } from '#contracts/model';
import { FactsRepository, ProjectsRepository, toFact } from '#store';
import { Dispatcher } from '../../dispatcher/dispatcher.ts';
import { InvalidRequestError } from '../../http/field-errors.ts';
import { decisionErrors } from './decision-errors.ts';

/** Facts as the API shows them, and what people decide about them. */
@Injectable()
export class FactsService {
  constructor(
    private readonly projects: ProjectsRepository,
    private readonly facts: FactsRepository,
    private readonly dispatcher: Dispatcher,
  ) {}

  /** @throws AppError `not_found` */
  async list(projectId: string, query: FactQuery): Promise<FactPage> {
    await this.projects.mustExist(projectId);
    const page = await this.facts.list(projectId, query);
    return { items: page.items.map(toFact), nextCursor: page.nextCursor };
  }

  /**
   * Stores a decision about a fact. The report that follows from it is made at once.
   * @throws AppError `not_found`
   * @throws InvalidRequestError when the agent knows no such type or status
   */
  async decide(projectId: string, id: string, decision: FactDecision): Promise<FactView> {
    const fact = await this.facts.find(projectId, id);
    const errors = decisionErrors(fact, decision, findAgent(fact.agent)?.factTypes ?? []);
    if (errors.length > 0) throw new InvalidRequestError(errors);
    return this.store(projectId, id, decision);
  }

  /** @throws AppError `not_found` */
  undo(projectId: string, id: string): Promise<FactView> {
    return this.store(projectId, id, null);
  }

  private async store(projectId: string, id: string, decision: FactDecision | null) {
    const decided = await this.facts.decide(projectId, id, decision);
    this.dispatcher.request();
    return toFact(decided);
  }
}
