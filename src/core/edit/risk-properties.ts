import {
  type Model,
  type NewGuid,
  RISK_PROPERTIES,
  type RiskId,
  riskDatums,
  type Template,
  type ThreatDatum,
} from '../document/index.ts';

/** Of the properties of risks those that a threat of the model says something in; they cannot be left out. */
export function risksInUse({ template, threats }: Model): ReadonlySet<RiskId> {
  return new Set(
    [...riskDatums(template)].flatMap(([id, { name }]) =>
      threats.some(({ properties }) => properties.some(([key, text]) => key === name && text.trim() !== ''))
        ? [id]
        : [],
    ),
  );
}

/**
 * The model whose threats have these properties of risks, and no others of them. New ones stand behind the template's own.
 * One that a threat says something in stays, whatever is asked for; the same model when nothing changes.
 */
export function setRiskProperties(model: Model, wanted: ReadonlySet<RiskId>, newGuid: NewGuid): Model {
  const { template } = model;
  const { datums } = template.threatMetadata;
  const [present, used] = [riskDatums(template), risksInUse(model)];
  const gone = new Set(
    [...present].flatMap(([id, datum]) => (wanted.has(id) || used.has(id) ? [] : [datum])),
  );
  const added = RISK_PROPERTIES.filter(({ id }) => wanted.has(id) && !present.has(id)).map(
    ({ name, label, values }): ThreatDatum => ({
      name,
      label,
      hideFromUi: false,
      values: values ?? [''],
      id: newGuid(),
      ...kindIn(template, values === undefined ? 0 : 1),
    }),
  );
  if (gone.size + added.length === 0) return model;
  const threatMetadata = {
    ...template.threatMetadata,
    datums: [...datums.filter((datum) => !gone.has(datum)), ...added],
  };
  return { ...model, template: { ...template, threatMetadata } };
}

/** Files of the tool's first generations say no kind of a property (format 1.4). */
function kindIn({ threatMetadata: { datums } }: Template, kind: number): Pick<ThreatDatum, 'attributeType'> {
  const says = datums.length === 0 || datums.some(({ attributeType }) => attributeType !== undefined);
  return says ? { attributeType: kind } : {};
}
