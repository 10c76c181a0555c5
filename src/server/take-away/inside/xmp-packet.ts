import { type Told, worldNames } from './told.ts'

const namespaces = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  dc: 'http://purl.org/dc/elements/1.1/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  Iptc4xmpExt: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
  dailies: 'urn:dailies:taken-away#',
}

/** https://cv.iptc.org/newscodes/digitalsourcetype/ */
const sourceTypes: Record<Told['world'], string> = {
  local: 'algorithmicMedia',
  luma: 'trainedAlgorithmicMedia',
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const unsayable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

const escaped = (text: string) =>
  text.replaceAll(unsayable, '').replaceAll(/[&<>]/g, (sign) => entities[sign]!)

const element = (name: string, text: string) => `   <${name}>${escaped(text)}</${name}>`

/** XMP (ISO 16684-1) in UTF-8. */
export function xmpPacket(told: Told): Buffer {
  const spaces = Object.entries(namespaces).map(([name, uri]) => `xmlns:${name}="${uri}"`)
  const lines = [
    `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>`,
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    ` <rdf:RDF ${spaces[0]}>`,
    `  <rdf:Description rdf:about="" ${spaces.slice(1).join(' ')}>`,
    '   <dc:description><rdf:Alt><rdf:li xml:lang="x-default">' +
      `${escaped(told.prompt)}</rdf:li></rdf:Alt></dc:description>`,
    element('xmp:CreateDate', told.created_at),
    element('xmp:CreatorTool', 'Dailies'),
    element(
      'Iptc4xmpExt:DigitalSourceType',
      `http://cv.iptc.org/newscodes/digitalsourcetype/${sourceTypes[told.world]}`,
    ),
    element('dailies:world', worldNames[told.world]),
    element('dailies:model', told.model),
    element('dailies:id', told.id),
    ...(told.upstream_id === null ? [] : [element('dailies:upstreamId', told.upstream_id)]),
    element('dailies:settings', told.settings),
    '  </rdf:Description>',
    ' </rdf:RDF>',
    '</x:xmpmeta>',
    '<?xpacket end="r"?>',
  ]
  return Buffer.from(lines.join('\n'))
}
