import { describeClusterIndex } from "./cluster-index.ts";
import { describeOrder } from "./cluster-index-order.ts";
import { createRedisIndexUnderTest } from "./cluster-index-redis.ts";

describeClusterIndex("Redis", createRedisIndexUnderTest(1));
describeClusterIndex("Redis with three anchor shards", createRedisIndexUnderTest(3));
describeOrder("Redis", createRedisIndexUnderTest(1));
describeOrder("Redis with three anchor shards", createRedisIndexUnderTest(3));
