import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121221930 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "marketplace_event_queue" ("id" text not null, "provider_id" text not null, "key" text not null, "external_id" text null, "ack" text null, "subscriptions" jsonb not null default '{}', "due_at" timestamptz not null, "leased_until" timestamptz null, "lease" text null, "last_pull_at" timestamptz null, "last_error" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_event_queue_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_event_queue_deleted_at" ON "marketplace_event_queue" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_marketplace_event_queue_key" ON "marketplace_event_queue" ("provider_id", "key") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "marketplace_event_queue" cascade;`);
  }

}
