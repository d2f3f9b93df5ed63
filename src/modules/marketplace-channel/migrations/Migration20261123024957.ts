import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261123024957 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "marketplace_run" add column if not exists "lease_id" text null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "marketplace_run" drop column if exists "lease_id";`);
  }

}
