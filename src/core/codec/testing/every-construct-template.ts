import { guid, PNG, SCHEMA } from './every-construct.ts';

/** A template as the XmlSerializer writes it (format 2.1, 2.2): CR LF between tags, lone line feeds inside texts. */
export function templateFile(): string {
  const lines = `<?xml version="1.0" encoding="utf-8"?>
<KnowledgeBase xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="${SCHEMA}">
  <Manifest name="Own &amp; &quot;quoted&quot;" id="${guid(90)}" version="1.2.3.4" author="us" />
  <ThreatMetaData>
    <IsPriorityUsed>true</IsPriorityUsed>
    <IsStatusUsed>false</IsStatusUsed>
    <PropertiesMetaData>
      <ThreatMetaDatum>
        <Name>Title</Name>
        <Label>Title</Label>
        <HideFromUI>false</HideFromUI>
        <Values>
          <Value />
          <Value xsi:nil="true" />
          <Value>a</Value>
        </Values>
        <Description>What it is</Description>
        <Id>${guid(20)}</Id>
        <AttributeType>0</AttributeType>
      </ThreatMetaDatum>
      <ThreatMetaDatum>
        <Name>Mitigation</Name>
        <Label>Mitigation</Label>
        <HideFromUI>true</HideFromUI>
        <AttributeType>2</AttributeType>
      </ThreatMetaDatum>
    </PropertiesMetaData>
  </ThreatMetaData>
  <GenericElements>
    <ElementType>
      <Name>Data Store</Name>
      <ID>GE.DS</ID>
      <Description>two{LF}lines</Description>
      <ParentElement>ROOT</ParentElement>
      <Image>${PNG}</Image>
      <ImageStream />
      <Hidden>false</Hidden>
      <Behavior>b</Behavior>
      <Shape>s</Shape>
      <Representation>ParallelLines</Representation>
      <StrokeThickness>0</StrokeThickness>
      <StrokeDashArray />
      <ImageLocation>Centered on stencil</ImageLocation>
      <Attributes>
        <Attribute>
          <Id>${guid(30)}</Id>
          <IsInherited>false</IsInherited>
          <IsOverrided>true</IsOverrided>
          <Name>kind</Name>
          <DisplayName>Kind "x"</DisplayName>
          <Mode>Dynamic</Mode>
          <Type>List</Type>
          <Inheritance>Virtual</Inheritance>
          <AttributeValues>
            <Value>Select</Value>
            <Value />
          </AttributeValues>
        </Attribute>
      </Attributes>
      <StencilConstraints>
        <StencilConstraint>
          <SelectedStencilType>Any</SelectedStencilType>
          <SelectedStencilConnection>Any</SelectedStencilConnection>
        </StencilConstraint>
      </StencilConstraints>
    </ElementType>
  </GenericElements>
  <StandardElements>
    <ElementType>
      <Name>Store</Name>
      <ID>Store</ID>
      <ParentElement>GE.DS</ParentElement>
      <Hidden>true</Hidden>
      <Representation>Inherited</Representation>
      <StrokeThickness>2</StrokeThickness>
      <Attributes />
    </ElementType>
  </StandardElements>
  <ThreatCategories>
    <ThreatCategory>
      <Name>Spoofing</Name>
      <Id>S</Id>
      <ShortDescription>Short</ShortDescription>
      <LongDescription />
    </ThreatCategory>
    <ThreatCategory>
      <Name>Bare</Name>
      <Id>B</Id>
    </ThreatCategory>
  </ThreatCategories>
  <ThreatTypes>
    <ThreatType>
      <GenerationFilters>
        <Include>source is 'GE.DS'{LF}  OR flow crosses [Gone]</Include>
        <Exclude />
      </GenerationFilters>
      <Id>T1</Id>
      <ShortTitle>{flow.Name} &lt;T1&gt;</ShortTitle>
      <Category>S</Category>
      <RelatedCategory />
      <Description>Of {source.Name}</Description>
      <PropertiesMetaData />
    </ThreatType>
    <ThreatType>
      <GenerationFilters>
        <Include />
        <Exclude />
      </GenerationFilters>
      <Id>T2</Id>
      <ShortTitle>two</ShortTitle>
      <Category>B</Category>
      <Description />
      <PropertiesMetaData>
        <ThreatMetaDatum>
          <Name>Title</Name>
          <Label>Title</Label>
          <HideFromUI>false</HideFromUI>
          <Values>
            <Value>own</Value>
          </Values>
          <Id>${guid(20)}</Id>
          <AttributeType>1</AttributeType>
        </ThreatMetaDatum>
      </PropertiesMetaData>
    </ThreatType>
  </ThreatTypes>
</KnowledgeBase>`;
  return lines.replaceAll('\n', '\r\n').replaceAll('{LF}', '\n');
}
