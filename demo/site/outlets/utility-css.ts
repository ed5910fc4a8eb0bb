/* A utility style sheet, built by rule as such frameworks build theirs: one class per value. */

const STEPS = [0, 1, 2, 4, 6, 8];
const REM_PER_STEP = 0.25;

const SIDES: ReadonlyArray<readonly [prefix: string, property: string]> = [
  ["p", "padding"],
  ["px", "padding-inline"],
  ["py", "padding-block"],
  ["m", "margin"],
  ["mx", "margin-inline"],
  ["my", "margin-block"],
  ["mb", "margin-bottom"],
  ["mt", "margin-top"],
  ["gap", "gap"],
];

const spacing = SIDES.flatMap(([prefix, property]) =>
  STEPS.map((step) => `.${prefix}-${step}{${property}:${step * REM_PER_STEP}rem}`),
).join("");

const GRID_COLUMNS = [1, 2, 3, 4, 6, 12];
const grid = GRID_COLUMNS.map(
  (count) =>
    `.grid-cols-${count}{grid-template-columns:repeat(${count},minmax(0,1fr))}.col-span-${count}{grid-column:span ${count}/span ${count}}`,
).join("");

export const UTILITY_CSS = `*,::before,::after{box-sizing:border-box;border:0 solid #e2e8f0}html{line-height:1.5}body{margin:0}${spacing}${grid}.flex{display:flex}.grid{display:grid}.block{display:block}.fixed{position:fixed}.relative{position:relative}.text-xs{font-size:.75rem}.text-sm{font-size:.875rem}.text-lg{font-size:1.125rem}.text-xl{font-size:1.25rem}.text-2xl{font-size:1.5rem}.text-4xl{font-size:2.25rem}.font-bold{font-weight:700}.font-black{font-weight:900}.border-t{border-top-width:1px}.border-r{border-right-width:1px}.border-b{border-bottom-width:1px}.bg-slate-100{background:#f1f5f9}.bg-slate-900{background:#0f172a}.text-red-700{color:#b91c1c}.bg-yellow-300{background:#fde047}.rounded-full{border-radius:9999px}`;
