import {
  WorkflowManager,
  WorkflowScheduler,
} from "@medusajs/framework/orchestration"

/** How Medusa 2.21 names the workflows of this plugin's scheduled jobs. */
const JOBS = "job-marketplaces-"

/**
 * Registers the plugin's scheduled jobs as Medusa does at a start, and only then: what is still
 * registered is replaced. Waits for as long as Redis is away.
 */
export async function registerJobs(): Promise<void> {
  const scheduler = new WorkflowScheduler()
  for (const [id, workflow] of WorkflowManager.getWorkflows()) {
    if (id.startsWith(JOBS)) {
      await scheduler.scheduleWorkflow(workflow)
    }
  }
}
