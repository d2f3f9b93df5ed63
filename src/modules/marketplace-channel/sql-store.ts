import { DAL } from "@medusajs/framework/types"

type ExecutingManager = {
  execute(query: string, params?: unknown[]): Promise<unknown>
}

type BindingManager = {
  getKnex(): { raw(statement: string, bindings: unknown[]): Promise<unknown> }
}

/** Runs one statement with `?` placeholders and gives its rows. */
export type Sql = <Row = Record<string, unknown>>(
  statement: string,
  params?: unknown[]
) => Promise<Row[]>

/** Statements inside a transaction that another module has begun on the same database. */
export function sqlWithin(transactionManager: unknown): Sql {
  const manager = transactionManager as ExecutingManager
  return (statement, params = []) => run(manager, statement, params)
}

/** Hand-written SQL for what generated methods cannot do: claims, upserts under rules, counts. */
export abstract class SqlStore {
  protected readonly baseRepository_: DAL.RepositoryService

  constructor({ baseRepository }: { baseRepository: DAL.RepositoryService }) {
    this.baseRepository_ = baseRepository
  }

  protected sql: Sql = (statement, params = []) =>
    run(
      this.baseRepository_.getFreshManager<ExecutingManager>(),
      statement,
      params
    )

  /**
   * By bound parameters, outside any transaction: elsewhere values are written into the
   * statement's text character by character, which takes seconds for a few megabytes.
   */
  protected async bound(statement: string, bindings: unknown[]): Promise<void> {
    await this.baseRepository_
      .getFreshManager<BindingManager>()
      .getKnex()
      .raw(statement, bindings)
  }

  /** All statements of `work` commit together or not at all. */
  protected transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.baseRepository_.transaction<ExecutingManager>(async (manager) =>
      work((statement, params = []) => run(manager, statement, params))
    ) as Promise<T>
  }
}

async function run<Row>(
  manager: ExecutingManager,
  statement: string,
  params: unknown[]
): Promise<Row[]> {
  const result = await manager.execute(statement, params)
  return Array.isArray(result) ? (result as Row[]) : []
}
