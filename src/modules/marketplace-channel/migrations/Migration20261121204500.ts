import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Every poll notes on each order that it was read again. With the payload out of the row
 * and some room left on the page, that note is written without the payload and without
 * touching an index.
 */
export class Migration20261121204500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "marketplace_channel_order" set (fillfactor = 80, toast_tuple_target = 256);`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "marketplace_channel_order" reset (fillfactor, toast_tuple_target);`
    )
  }
}
