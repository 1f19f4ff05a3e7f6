/** Writes the version and the settings of the VS Code extension into its manifest: a setting for each rule. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Rule } from '#rule'
import { DEFAULT_SETTINGS, type EditorSettings } from '../../src/server/session/editor-settings.ts'

/** The file, from the root. */
export const VSCODE_MANIFEST = 'editors/vscode/package.json'

interface ExtensionManifest {
  readonly contributes: Readonly<Record<string, unknown>>
}

type Setting = Readonly<Record<string, unknown>>
// A setting that the server reads and this lacks is a type error here.
type SettingEntries = Readonly<Record<keyof Omit<EditorSettings, 'rules'>, Setting>>

/** The manifest brought up to date; nothing where there is no extension. */
export function renderVscodeManifest(root: string, rules: readonly Rule[]): string | undefined {
  const path = join(root, VSCODE_MANIFEST)
  if (!existsSync(path)) return undefined
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as ExtensionManifest
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string }
  return `${JSON.stringify({ ...manifest, version, contributes: { ...manifest.contributes, configuration: configurationOf(rules) } }, null, 2)}\n`
}

function configurationOf(rules: readonly Rule[]): readonly unknown[] {
  const settings: SettingEntries = {
    level: {
      type: 'string',
      default: DEFAULT_SETTINGS.level,
      enum: ['error', 'warning', 'info'],
      enumDescriptions: [
        'Only what must be fixed.',
        'What must be fixed, and what is to be looked at.',
        'Advice, too.',
      ],
      markdownDescription: 'The lowest level that is shown.',
    },
    debounce: {
      type: 'number',
      default: DEFAULT_SETTINGS.debounce,
      minimum: 0,
      maximum: 10_000,
      markdownDescription: 'How long after the last keystroke the draft is checked, in milliseconds.',
    },
    config: {
      type: 'string',
      default: '',
      markdownDescription:
        'A config file to take instead of the nearest `copydesk.yml`: its path, from the workspace’s first folder. It isn’t taken from a workspace that you don’t trust.',
    },
  }
  return [
    {
      title: 'Copydesk',
      properties: {
        ...keyed('copydesk', ordered(settings)),
        'copydesk.server.path': {
          type: 'string',
          default: '',
          scope: 'machine',
          markdownDescription:
            'Another `copydesk` to ask than the one in this extension: the path of the command. A workspace can’t set it.',
        },
      },
    },
    {
      title: 'Rules',
      properties: keyed('copydesk.rules', Object.fromEntries(rules.map((rule) => [rule.id, settingOf(rule)]))),
    },
  ]
}

function settingOf({ title, summary, stage, preset, severity }: Rule): Setting {
  const usual = stage === 'stable' && preset === 'default' ? `on, mostly at ${severity}` : 'off'
  return {
    type: 'string',
    default: 'default',
    enum: ['default', 'off', 'on', 'error', 'warning', 'info'],
    enumDescriptions: [
      `As it comes: ${usual}.`,
      'Off, unless a config file says otherwise.',
      'On; each finding at the level that its evidence earns.',
      'The same as on: no level is above this one.',
      'On; no finding goes above “look at this”.',
      'On; all findings are advice.',
    ],
    description: `${title}. ${summary}`,
  }
}

function keyed(prefix: string, settings: Readonly<Record<string, Setting>>): Readonly<Record<string, Setting>> {
  return Object.fromEntries(Object.entries(settings).map(([key, setting]) => [`${prefix}.${key}`, setting]))
}

/** In this order; without it, VS Code shows settings by their names, which is well for rules. */
function ordered(settings: Readonly<Record<string, Setting>>): Readonly<Record<string, Setting>> {
  return Object.fromEntries(Object.entries(settings).map(([key, setting], order) => [key, { order, ...setting }]))
}
