/** What the app remembers of the user's choices, on this machine only. */
export interface Settings {
  readonly theme: 'system' | 'light' | 'dark' | 'contrast';
  /** Written into ChangedBy and notes. */
  readonly author: string;
  readonly snapToGrid: boolean;
  readonly smartGuides: boolean;
  readonly showGrid: boolean;
  readonly showMinimap: boolean;
  /** How many threats are handled, on flows and elements. */
  readonly showThreatCounts: boolean;
  /** Moving a border boundary carries what lies inside (a modifier key turns it round for one gesture). */
  readonly boundariesCarry: boolean;
  readonly leftPanel: {
    readonly open: boolean;
    readonly width: number;
    readonly tab: 'stencils' | 'outline';
  };
  readonly rightPanel: { readonly open: boolean; readonly width: number };
  readonly bottomPanel: {
    readonly open: boolean;
    readonly height: number;
    readonly tab: 'threats' | 'messages' | 'notes';
  };
  /** Width of the selected threat beside the list. */
  readonly threatDetailWidth: number;
  /** The tour was offered or asked for: it is not offered again. */
  readonly toured: boolean;
}

/** Model units between grid lines (format 7.1). */
export const GRID = 13;

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  author: '',
  snapToGrid: false,
  smartGuides: true,
  showGrid: true,
  showMinimap: true,
  showThreatCounts: false,
  boundariesCarry: true,
  leftPanel: { open: true, width: 232, tab: 'stencils' },
  rightPanel: { open: true, width: 288 },
  bottomPanel: { open: true, height: 260, tab: 'threats' },
  threatDetailWidth: 380,
  toured: false,
};

const KEY = 'trustline.settings';
const VERSION = 1;

/**
 * Reads the settings; anything missing, damaged or of another version falls back to the default. So a setting that
 * is added needs no new version; one that changes its meaning does, with a step that converts it.
 */
export function loadSettings(storage: Pick<Storage, 'getItem'>): Settings {
  try {
    const stored: unknown = JSON.parse(storage.getItem(KEY) ?? 'null');
    if (!isRecord(stored) || stored['version'] !== VERSION || !isRecord(stored['settings']))
      return DEFAULT_SETTINGS;
    return mergeKnown(DEFAULT_SETTINGS, stored['settings']);
  } catch {
    return DEFAULT_SETTINGS;
  }
}

/** Writes the settings; a full or forbidden storage is not worth a message. */
export function storeSettings(storage: Pick<Storage, 'setItem'>, settings: Settings): void {
  try {
    storage.setItem(KEY, JSON.stringify({ version: VERSION, settings }));
  } catch {
    // Private windows refuse storage: the choice then lasts for this tab.
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The allowed words of the settings that are words. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  theme: ['system', 'light', 'dark', 'contrast'],
  'leftPanel.tab': ['stencils', 'outline'],
  'bottomPanel.tab': ['threats', 'messages', 'notes'],
};

/** `known` with the values of `stored` that have the same type; unknown keys are dropped. */
function mergeKnown<T extends object>(known: T, stored: Record<string, unknown>, path = ''): T {
  const merged = Object.entries(known).map(([key, fallback]: [string, unknown]) => {
    const value = stored[key];
    const choices = CHOICES[path + key];
    if (isRecord(fallback))
      return [key, isRecord(value) ? mergeKnown(fallback, value, `${path}${key}.`) : fallback];
    if (typeof value !== typeof fallback) return [key, fallback];
    if (choices !== undefined && !choices.includes(String(value))) return [key, fallback];
    if (typeof value === 'number' && !(value >= 0 && value <= 4000)) return [key, fallback];
    return [key, value];
  });
  return Object.fromEntries(merged);
}
