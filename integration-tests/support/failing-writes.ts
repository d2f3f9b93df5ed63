import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/**
 * Does something while the database refuses one statement: the given one, counted from 1,
 * of those that add rows to a table, result lines of runs by default, or of those that change
 * or delete some. What stands after it is what a process leaves behind that dies there.
 */
export function failingAtWrite(
  { container }: { container: MedusaContainer },
  write: number,
  work: () => Promise<unknown>,
  table = "marketplace_run_result",
  kind: "INSERT" | "UPDATE" | "DELETE" = "INSERT"
): Promise<void> {
  return refusing(
    container,
    {
      table,
      trigger: `AFTER ${kind} ON ${table} FOR EACH STATEMENT`,
      turn: write,
      error: "'the process dies here'",
    },
    work
  )
}

/**
 * Does something while the database goes away once, from whoever makes such a write: as while it
 * is restarted, which passes.
 * @param when which rows of the write, as a condition on `NEW`.
 */
export function losingTheDatabase(
  { container }: { container: MedusaContainer },
  write: { kind: "INSERT" | "UPDATE"; table: string; when?: string },
  work: () => Promise<unknown>
): Promise<void> {
  const { kind, table, when = "TRUE" } = write
  return refusing(
    container,
    {
      table,
      trigger: `BEFORE ${kind} ON ${table} FOR EACH ROW WHEN (${when})`,
      turn: 1,
      error: "'terminating connection' USING ERRCODE = 'admin_shutdown'",
    },
    work
  )
}

type Refusal = {
  table: string
  /** When it looks, and at what. */
  trigger: string
  /** Which of its turns is refused, counted from 1; what is rolled back counts. */
  turn: number
  error: string
}

async function refusing(
  container: MedusaContainer,
  { table, trigger, turn, error }: Refusal,
  work: () => Promise<unknown>
): Promise<void> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  await knex.raw(`
    CREATE SEQUENCE test_writes;
    CREATE FUNCTION test_refuse_write() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF nextval('test_writes') = ${Number(turn)} THEN
        RAISE EXCEPTION ${error};
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER test_refuse_write ${trigger}
      EXECUTE FUNCTION test_refuse_write();
  `)
  try {
    await work()
  } finally {
    await knex.raw(`
      DROP TRIGGER test_refuse_write ON ${table};
      DROP FUNCTION test_refuse_write;
      DROP SEQUENCE test_writes;
    `)
  }
}
