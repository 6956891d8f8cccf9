import type { Wide } from '../../core/words/index.ts';
import { colours } from './en/colours.ts';
import { compare } from './en/compare.ts';
import { exchange } from './en/exchange.ts';
import { firstSteps } from './en/first-steps.ts';
import { flowNumbers } from './en/flow-numbers.ts';
import { glossary } from './en/glossary.ts';
import { help } from './en/help.ts';
import { history } from './en/history.ts';
import { library } from './en/library.ts';
import { listImport } from './en/list-import.ts';
import { menus } from './en/menus.ts';
import { merge } from './en/merge.ts';
import { mergeModels } from './en/merge-models.ts';
import { nameQuestion } from './en/name-question.ts';
import { openFiles } from './en/open-files.ts';
import { ownThreats } from './en/own-threats.ts';
import { palette } from './en/palette.ts';
import { placing } from './en/placing.ts';
import { recentFiles } from './en/recent-files.ts';
import { reportOptions, reportSince } from './en/report-options.ts';
import { reportView } from './en/report-view.ts';
import { risk } from './en/risk.ts';
import { rule } from './en/rule.ts';
import { scope } from './en/scope.ts';
import { settings } from './en/settings.ts';
import { shortcuts } from './en/shortcuts.ts';
import { template } from './en/template.ts';
import { templateFiles } from './en/template-files.ts';
import { threatBulk } from './en/threat-bulk.ts';
import { threatCommands } from './en/threat-commands.ts';
import { threatCounts } from './en/threat-counts.ts';
import { threatDetail } from './en/threat-detail.ts';
import { threatTable } from './en/threat-table.ts';
import { threatView } from './en/threat-view.ts';
import { touch } from './en/touch.ts';
import { tour } from './en/tour.ts';
import { updateThreats } from './en/update-threats.ts';
import { upgrade } from './en/upgrade.ts';
import { why } from './en/why.ts';
import { whyOff } from './en/why-off.ts';

/** Words that no diagram needs: the features that speak them bring them along. */
const en = {
  colours,
  compare,
  firstSteps,
  flowNumbers,
  exchange,
  glossary,
  help,
  history,
  library,
  listImport,
  menus,
  merge,
  mergeModels,
  nameQuestion,
  openFiles,
  ownThreats,
  palette,
  placing,
  recentFiles,
  reportOptions,
  reportSince,
  reportView,
  risk,
  rule,
  scope,
  shortcuts,
  settings,
  template,
  templateFiles,
  threatBulk,
  threatCommands,
  threatCounts,
  threatTable,
  threatDetail,
  threatView,
  touch,
  tour,
  updateThreats,
  upgrade,
  why,
  whyOff,
};

/** The language in use, as `words` is. */
export const laterWords: Wide<typeof en> = en;
