/**
 * Preloaded into child processes: they end with the command that started them,
 * however that ended.
 */
process.once("disconnect", () => process.exit(0))
process.channel?.unref()
