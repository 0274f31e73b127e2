internal import MarkupBytes

/// The envelope around every answer, as .NET's own services write it.
enum SOAPEnvelope {
    static func bytes(reserving contentBytes: Int = 0, _ body: (inout XMLWriter) -> Void) -> [UInt8] {
        // Escaping makes qbXML about half as long again.
        var xml = XMLWriter(nonASCII: .numericReferences, reservingCapacity: 1024 + contentBytes * 3 / 2)
        xml.declaration()
        xml.start("soap:Envelope")
        xml.attribute("xmlns:soap", SOAPBinding.envelopeNamespace)
        xml.attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
        xml.attribute("xmlns:xsd", "http://www.w3.org/2001/XMLSchema")
        xml.start("soap:Body")
        body(&xml)
        xml.end()
        xml.end()
        return xml.bytes
    }
}
