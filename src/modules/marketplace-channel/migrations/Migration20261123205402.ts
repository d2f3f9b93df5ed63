import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261123205402 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "marketplace_process" add column if not exists "ticked_at" timestamptz null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "marketplace_process" drop column if exists "ticked_at";`);
  }

}
