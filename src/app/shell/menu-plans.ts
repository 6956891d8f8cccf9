import type { Command } from '../store/index.ts';
import type { MenuPlan } from '../ui/menu-plan.ts';
import { laterWords } from '../words/later.ts';

const { menus: said } = laterWords;

type Group = Command['group'];

/**
 * What each group of commands shows, by their ids: what is used much at the top, what belongs together in a section or
 * a menu of its own, no menu of more than fifteen. A command without a place comes last.
 */
export const MENU_PLANS: Readonly<Record<Group, MenuPlan>> = {
  File: [
    [
      'file.new',
      'file.open',
      { label: said.recent, sections: [['file.recent.']] },
      {
        label: said.samples,
        sections: [['file.sample.'], [{ label: said.answered, sections: [['file.answered-sample.']] }]],
      },
    ],
    ['file.save', 'file.save-as', 'file.save-all'],
    [
      'file.import',
      { label: said.export, sections: [['file.export-as'], ['export.']] },
      {
        label: said.picture,
        sections: [
          ['picture.copy-png', 'picture.copy-svg', 'picture.copy-png-print', 'picture.copy-svg-print'],
          ['picture.save-png', 'picture.save-svg', 'picture.save-png-print', 'picture.save-svg-print'],
          [
            'picture.save-selection-png',
            'picture.save-selection-svg',
            'picture.save-selection-png-print',
            'picture.save-selection-svg-print',
          ],
        ],
      },
    ],
    [{ label: said.versions, sections: [['file.history', 'file.compare', 'file.merge-models']] }],
    [
      {
        label: said.template,
        sections: [
          ['file.new-from-template-file', 'file.new-on-template', 'file.change-template'],
          ['file.open-own-template', 'file.edit-template', 'file.new-template', 'file.merge-template'],
        ],
      },
    ],
    ['file.close', 'file.close-others'],
  ],
  Edit: [
    ['edit.undo', 'edit.redo'],
    ['edit.cut', 'edit.copy', 'edit.paste', 'edit.paste-threats', 'edit.duplicate', 'edit.delete'],
    ['edit.rename', 'edit.change-type', 'edit.out-of-scope'],
    [{ label: said.select, sections: [['select.']] }],
    ['diagram.delete'],
  ],
  Insert: [
    ['insert.quick', 'insert.connect'],
    ['diagram.add', 'diagram.duplicate'],
  ],
  Arrange: [
    [
      {
        label: said.align,
        sections: [
          ['arrange.align-left', 'arrange.align-centre', 'arrange.align-right'],
          ['arrange.align-top', 'arrange.align-middle', 'arrange.align-bottom'],
        ],
      },
      {
        label: said.distribute,
        sections: [['arrange.distribute-horizontal', 'arrange.distribute-vertical']],
      },
      { label: said.size, sections: [['arrange.same-width', 'arrange.same-height', 'arrange.same-both']] },
    ],
    ['arrange.front', 'arrange.back'],
    ['arrange.tidy'],
    ['edit.reverse', 'edit.change-source', 'edit.change-target', 'edit.reroute'],
    [
      { label: said.move, sections: [['nudge.'], ['move.'], ['move-far.']] },
      { label: said.resize, sections: [['resize.']] },
    ],
    ['diagram.left', 'diagram.right'],
  ],
  View: [
    ['view.panel.', 'view.maximise', 'view.panels'],
    ['view.diagram', 'view.threats', 'view.report', 'view.present'],
    [
      {
        label: said.zoom,
        sections: [['view.zoom-in', 'view.zoom-out', 'view.zoom-100', 'view.fit', 'view.zoom-selection']],
      },
      { label: said.pan, sections: [['view.pan-left', 'view.pan-right', 'view.pan-up', 'view.pan-down']] },
      {
        label: said.onCanvas,
        sections: [
          ['view.grid', 'view.map', 'view.counts', 'view.colours', 'view.numbers'],
          ['view.snap', 'view.guides', 'view.carry'],
        ],
      },
      'view.hand',
    ],
    [{ label: said.theme, sections: [['view.theme.']] }, 'view.settings'],
  ],
  Go: [
    ['go.commands', 'view.find', 'go.start'],
    [
      {
        label: said.panels,
        sections: [
          ['go.next-part', 'go.previous-part'],
          [
            'go.canvas',
            'go.stencils',
            'go.outline',
            'go.threats',
            'go.messages',
            'go.notes',
            'go.properties',
          ],
        ],
      },
      {
        label: said.along,
        sections: [
          ['go.left', 'go.right', 'go.up', 'go.down'],
          ['go.next', 'go.previous', 'go.along', 'go.back'],
        ],
      },
    ],
    ['diagram.next', 'diagram.previous', 'go.next-model', 'go.previous-model'],
  ],
  Threats: [
    ['threats.update', 'threats.import', 'threats.risk'],
    ['threats.of-selection', 'threats.show'],
    [
      { label: said.state, sections: [['threats.state.']] },
      { label: said.priority, sections: [['threats.priority.']] },
    ],
    ['threats.edit-selected', 'threats.copy-justification', 'threats.replace', 'threats.answer-type'],
    [
      { label: said.select, sections: [['threats.select-all', 'threats.select-type']] },
      { label: said.own, sections: [['threats.add', 'threats.duplicate', 'threats.move', 'threats.remove']] },
      { label: said.views, sections: [['threats.views'], ['threats.view ']] },
    ],
  ],
  Help: [],
};
