import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Every poll notes on each order that it was read again. With some room left on the page,
 * that note is written beside the old row and touches no index.
 */
export class Migration20261121211500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "marketplace_channel_order" set (fillfactor = 80);`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "marketplace_channel_order" reset (fillfactor);`
    )
  }
}
