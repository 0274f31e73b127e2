internal import MarkupBytes

/// Our description of the service. The Web Connector has its own and never asks for this one; tools and support do.
package enum WSDL {
    /// - Parameter address: the URL of the SOAP endpoint.
    package static func document(address: String) -> [UInt8] {
        var xml = XMLWriter(nonASCII: .numericReferences, reservingCapacity: 16 << 10)
        xml.declaration()
        xml.start("wsdl:definitions")
        xml.attribute("xmlns:wsdl", "http://schemas.xmlsoap.org/wsdl/")
        xml.attribute("xmlns:soap", "http://schemas.xmlsoap.org/wsdl/soap/")
        xml.attribute("xmlns:xsd", "http://www.w3.org/2001/XMLSchema")
        xml.attribute("xmlns:tns", SOAPBinding.namespace)
        xml.attribute("targetNamespace", SOAPBinding.namespace)
        types(&xml)
        for operation in WSDLOperation.all { messages(of: operation, &xml) }
        portType(&xml)
        binding(&xml)
        service(at: address, &xml)
        xml.end()
        return xml.bytes
    }

    private static func types(_ xml: inout XMLWriter) {
        xml.start("wsdl:types")
        xml.start("xsd:schema")
        xml.attribute("elementFormDefault", "qualified")
        xml.attribute("targetNamespace", SOAPBinding.namespace)
        for operation in WSDLOperation.all {
            element(operation.name, operation.parameters, &xml)
            element(operation.name + "Response", [.init(operation.name + "Result", operation.result)], &xml)
        }
        xml.start("xsd:complexType")
        xml.attribute("name", "ArrayOfString")
        xml.start("xsd:sequence")
        xml.start("xsd:element")
        xml.attribute("minOccurs", "0")
        xml.attribute("maxOccurs", "unbounded")
        xml.attribute("name", "string")
        xml.attribute("nillable", "true")
        xml.attribute("type", "xsd:string")
        for _ in 1...5 { xml.end() }
    }

    private static func element(_ name: String, _ fields: [WSDLOperation.Field], _ xml: inout XMLWriter) {
        xml.start("xsd:element")
        xml.attribute("name", name)
        xml.start("xsd:complexType")
        xml.start("xsd:sequence")
        for field in fields {
            xml.start("xsd:element")
            xml.attribute("minOccurs", field.type == .int ? "1" : "0")
            xml.attribute("maxOccurs", "1")
            xml.attribute("name", field.name)
            xml.attribute("type", field.type.rawValue)
            xml.end()
        }
        for _ in 1...3 { xml.end() }
    }

    private static func messages(of operation: WSDLOperation, _ xml: inout XMLWriter) {
        for (suffix, element) in [("SoapIn", operation.name), ("SoapOut", operation.name + "Response")] {
            xml.start("wsdl:message")
            xml.attribute("name", operation.name + suffix)
            xml.start("wsdl:part")
            xml.attribute("name", "parameters")
            xml.attribute("element", "tns:" + element)
            xml.end()
            xml.end()
        }
    }

    private static func portType(_ xml: inout XMLWriter) {
        xml.start("wsdl:portType")
        xml.attribute("name", "QBWebConnectorSvcSoap")
        for operation in WSDLOperation.all {
            xml.start("wsdl:operation")
            xml.attribute("name", operation.name)
            xml.start("wsdl:input")
            xml.attribute("message", "tns:" + operation.name + "SoapIn")
            xml.end()
            xml.start("wsdl:output")
            xml.attribute("message", "tns:" + operation.name + "SoapOut")
            xml.end()
            xml.end()
        }
        xml.end()
    }

    private static func binding(_ xml: inout XMLWriter) {
        xml.start("wsdl:binding")
        xml.attribute("name", "QBWebConnectorSvcSoap")
        xml.attribute("type", "tns:QBWebConnectorSvcSoap")
        xml.start("soap:binding")
        xml.attribute("transport", "http://schemas.xmlsoap.org/soap/http")
        xml.end()
        for operation in WSDLOperation.all {
            xml.start("wsdl:operation")
            xml.attribute("name", operation.name)
            xml.start("soap:operation")
            xml.attribute("soapAction", SOAPBinding.namespace + operation.name)
            xml.attribute("style", "document")
            xml.end()
            for direction: StaticString in ["wsdl:input", "wsdl:output"] {
                xml.start(direction)
                xml.start("soap:body")
                xml.attribute("use", "literal")
                xml.end()
                xml.end()
            }
            xml.end()
        }
        xml.end()
    }

    private static func service(at address: String, _ xml: inout XMLWriter) {
        xml.start("wsdl:service")
        xml.attribute("name", "QBWebConnectorSvc")
        xml.start("wsdl:port")
        xml.attribute("name", "QBWebConnectorSvcSoap")
        xml.attribute("binding", "tns:QBWebConnectorSvcSoap")
        xml.start("soap:address")
        xml.attribute("location", address)
        for _ in 1...3 { xml.end() }
    }
}
