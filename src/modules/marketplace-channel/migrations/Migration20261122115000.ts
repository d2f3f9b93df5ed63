import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122115000 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "marketplace_settlement" add column if not exists "payment_done_at" timestamptz null;`);

    this.addSql(`alter table if exists "marketplace_statement" add column if not exists "line_totals" jsonb null, add column if not exists "payout_id" text null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "marketplace_settlement" drop column if exists "payment_done_at";`);

    this.addSql(`alter table if exists "marketplace_statement" drop column if exists "line_totals", drop column if exists "payout_id";`);
  }

}
