/** Templates as files: chosen, made, opened beside a model. */
export const templateFiles = {
  made: 'New template',
  change: {
    title: ({ file }: { file: string }) => `Change the template of ${file}`,
    text: 'To a newer version of its own, or to any other. What changes is shown first.',
    opened: ({ file }: { file: string }) => `${file} is open in a tab of its own.`,
    takeFor: ({ file }: { file: string }) => `Use it for ${file}`,
    putInto: ({ file }: { file: string }) => `Put into ${file}…`,
    openOne: ({ file }: { file: string }) => `Use ${file}, which is open`,
  },
  merge: {
    title: ({ file }: { file: string }) => `Compare and merge ${file}`,
    text: 'With another version of it, or with any other. What is different is shown first.',
    openOne: ({ file }: { file: string }) => `With ${file}, which is open`,
  },
  edit: {
    title: 'Edit a template',
    text: 'It opens as a copy: the original stays as it is.',
  },
  commands: {
    newOnThis: 'New model on this template',
    newOnThisKeywords: 'create use tb7',
    newTemplate: 'New template',
    newTemplateKeywords: 'tb7 stencils threat types empty',
    editTemplate: 'Edit a template…',
    editTemplateKeywords: 'tb7 stencils threat types rules copy',
    changeTemplate: 'Change the template…',
    changeTemplateKeywords: 'upgrade migrate version another update template tb7',
    merge: 'Compare and merge…',
    mergeKeywords: 'diff difference conflicts join combine another template version tb7',
    openOwn: "Open the model's template",
    openOwnKeywords: 'tb7 stencils threat types rules extract edit',
    sample: ({ title }: { title: string }) => `Open sample: ${title}`,
    sampleKeywords: 'example demo',
  },
};
