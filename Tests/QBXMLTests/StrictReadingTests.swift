import QBXML
import Testing

@Suite struct StrictReadingTests {
    private func refusal(_ requests: String) -> QBXMLFault? {
        fault { _ = try QBXMLRequestSet(reading: Array(document(requests).utf8)) }
    }

    @Test func `a wrong order is refused, and the element is named`() {
        #expect(
            refusal(
                "<EstimateAddRq><EstimateAdd><CustomerRef><ListID>1</ListID></CustomerRef><Memo>m</Memo>"
                    + "<TxnDate>2026-01-31</TxnDate><EstimateLineAdd><Amount>1.00</Amount></EstimateLineAdd>"
                    + "</EstimateAdd></EstimateAddRq>")
                == QBXMLFault(message: "EstimateAddRq", field: "EstimateAdd/TxnDate", reason: .unexpected))
        #expect(
            refusal(
                "<CustomerAddRq><CustomerAdd><Name>a</Name><JobDesc>x</JobDesc><JobStatus>None</JobStatus>"
                    + "</CustomerAdd></CustomerAddRq>")
                == QBXMLFault(message: "CustomerAddRq", field: "CustomerAdd/JobStatus", reason: .unexpected))
    }

    @Test(arguments: [
        "<CustomerAddRq><CustomerAdd><Name>a</Name><Name>b</Name></CustomerAdd></CustomerAddRq>",
        "<CustomerAddRq><CustomerAdd><Name>a</Name><Unknown>b</Unknown></CustomerAdd></CustomerAddRq>",
        "<CustomerAddRq><CustomerAdd><Name x='1'>a</Name></CustomerAdd></CustomerAddRq>",
        "<CustomerAddRq y='1'><CustomerAdd><Name>a</Name></CustomerAdd></CustomerAddRq>",
        "<CustomerAddRq><CustomerAdd>text<Name>a</Name></CustomerAdd></CustomerAddRq>",
        "<CustomerAddRq><CustomerAdd><Name>a</Name>text</CustomerAdd></CustomerAddRq>",
        "<CustomerAddRq><CustomerAdd><Name><b>a</b></Name></CustomerAdd></CustomerAddRq>",
        "<CustomerAddRq><CustomerAdd>a</CustomerAdd></CustomerAddRq>",
        "<CustomerAddRq></CustomerAddRq>",
        "<CustomerAddRq><CustomerAdd><Name>a</Name><IsActive>yes</IsActive></CustomerAdd></CustomerAddRq>",
        "<CustomerAddRq><CustomerAdd><Name>a</Name><ParentRef></ParentRef></CustomerAdd></CustomerAddRq>",
        "<CustomerAddRq><CustomerAdd><Name>a:b</Name></CustomerAdd></CustomerAddRq>",
        "<CustomerAddRq><CustomerAdd><Name>Ł</Name></CustomerAdd></CustomerAddRq>",
        "<CustomerAddRq><CustomerAdd><Name>12345678901234567890123456789012345678901x</Name></CustomerAdd>"
            + "</CustomerAddRq>",
        "<NoSuchRq></NoSuchRq>",
        "<EstimateQueryRq><IncludeLineItems>true</IncludeLineItems><MaxReturned>5</MaxReturned></EstimateQueryRq>",
        "<EstimateQueryRq iterator='Continue'/>", "<EstimateQueryRq iteratorID='x'/>",
        "<EstimateModRq><EstimateMod><TxnID>1</TxnID></EstimateMod></EstimateModRq>",
        "<EstimateModRq><EstimateMod><TxnID>1</TxnID><EditSequence>1</EditSequence>"
            + "<EstimateLineMod><TxnLineID>1</TxnLineID><Amount>1.5</Amount></EstimateLineMod>"
            + "</EstimateMod></EstimateModRq>",
    ])
    func `QuickBooks would refuse this, so we do`(requests: String) {
        #expect(refusal(requests) != nil)
    }

    @Test func `the envelope is strict too`() {
        let host = "<HostQueryRq/>"
        let refused = [
            "<?xml version=\"1.0\"?><QBXML><QBXMLMsgsRq onError=\"stopOnError\">\(host)</QBXMLMsgsRq></QBXML>",
            "<?qbxml version=\"99.0\"?><QBXML><QBXMLMsgsRq onError=\"stopOnError\">\(host)</QBXMLMsgsRq></QBXML>",
            "<?qbxml version=\"13.0\"?><QBXML></QBXML>", "<?qbxml version=\"13.0\"?><Other/>", "", "x",
            document(host, attributes: ""), document(host, attributes: " onError=\"rollbackOnError\""),
            document(host, attributes: " onError=\"stopOnError\" other=\"1\""),
            document(host, attributes: " onError=\"stopOnError\" newMessageSetID=\"123456789012345678901234\""),
            "<!DOCTYPE QBXML>" + document(host), document("text" + host),
        ]
        for text in refused {
            #expect(fault { _ = try QBXMLRequestSet(reading: Array(text.utf8)) } != nil, "\(text)")
        }
    }

    @Test func `spacing, comments, CDATA and every form of reference are the same message`() throws {
        let text = """
            <?xml version='1.0' encoding="ISO-8859-1"?>
            <?qbxml version='13.0'?>
            <!-- a comment -->
            <QBXML>
              <QBXMLMsgsRq onError='stopOnError'>
                <CustomerAddRq requestID='&#49;'>
                  <CustomerAdd> <Name> Caf&#xE9; <![CDATA[<&>]]> &lt;&#38;&quot;é</Name><!-- c -->
                    <IsActive>1</IsActive>
                  </CustomerAdd>
                </CustomerAddRq>
              </QBXMLMsgsRq>
            </QBXML>
            """

        #expect(
            try QBXMLRequestSet(reading: Array(text.utf8))
                == QBXMLRequestSet(requests: [
                    QBXMLRequest(
                        requestID: "1",
                        .customerAdd(
                            CustomerAdd {
                                $0.name = "Café <&> <&\"é"
                                $0.isActive = true
                            }))
                ]))
    }

    @Test func `any two neighbouring elements swapped are refused`() throws {
        let golden = GoldenRequest.job
        let text = String(
            decoding: try QBXMLRequestSet(requests: [QBXMLRequest(.customerAdd(golden))]).encoded(), as: UTF8.self)
        let elements = [
            "<Name>Kitchen remodel</Name>", "<IsActive>true</IsActive>",
            "<ParentRef><ListID>80000001-1</ListID></ParentRef>", "<JobStatus>InProgress</JobStatus>",
            "<JobStartDate>2026-01-05</JobStartDate>", "<JobProjectedEndDate>2026-06-30</JobProjectedEndDate>",
            "<JobDesc>Kitchen</JobDesc>", "<Notes>Two\nlines</Notes>",
        ]
        for (first, second) in zip(elements, elements.dropFirst()) {
            let swapped = text.replacing(first + second, with: second + first)
            #expect(swapped != text)
            #expect(fault { _ = try QBXMLRequestSet(reading: Array(swapped.utf8)) } != nil, "\(first)\(second)")
        }
    }
}
