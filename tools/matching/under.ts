// Under which caps each edge counts: what the ways of others ask of every edge that they try.
import { edgesOfCaps, type Under, underOf } from '../../src/domain/matching/engine/cap-edges'
import type { Task } from '../../src/domain/matching/engine/task'

/** Each cap is called by its place in the task. */
export const capsOfEdges = (task: Task): Under =>
  underOf(edgesOfCaps(task, [...task.caps.keys()]), task.unit.length)
