import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261123101146 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "marketplace_parcel_mark" add column if not exists "contents" jsonb null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "marketplace_parcel_mark" drop column if exists "contents";`);
  }

}
