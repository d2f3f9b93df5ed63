import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122152000 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_channel_order_tabs" ON "marketplace_channel_order" ("channel_id", "status", "placed_at", "import_state") WHERE deleted_at IS NULL;`);

    // Without the extension, or the right to add it, searching reads every order instead.
    this.addSql(`DO $$ BEGIN
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE INDEX IF NOT EXISTS "IDX_marketplace_channel_order_search" ON "marketplace_channel_order" USING GIN ("search_text" gin_trgm_ops) WHERE deleted_at IS NULL;
    EXCEPTION WHEN OTHERS THEN
      RAISE NOTICE 'marketplaces: orders are searched without an index (%)', SQLERRM;
    END $$;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_marketplace_channel_order_search";`);

    this.addSql(`drop index if exists "IDX_marketplace_channel_order_tabs";`);
  }

}
