/* Runs in a process of its own, for one page: reads the task from its parent, answers, ends. */
import extractTask, { type PoolTask } from "./extract-thread.ts";

// The only messages to this process are its parent's tasks, written by extract-alone.ts.
process.once("message", (task) => {
  process.send?.(extractTask(task as PoolTask), () => process.disconnect());
});
