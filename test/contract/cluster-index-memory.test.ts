import { describeClusterIndex } from "./cluster-index.ts";
import { createMemoryIndexUnderTest } from "./cluster-index-memory.ts";
import { describeOrder } from "./cluster-index-order.ts";

describeClusterIndex("memory", createMemoryIndexUnderTest);
describeOrder("memory", createMemoryIndexUnderTest);
