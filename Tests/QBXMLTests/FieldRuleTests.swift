import Testing

@testable import QBXML

/// Every field of the messages that write, in order, with the longest text each may hold: a slip in any of them would
/// be QuickBooks' refusal of a whole estimate. References are left out here.
@Suite struct FieldRuleTests {
    @Test(arguments: [
        (MessageKind.customerAdd, customerAddFields),
        (MessageKind.itemServiceAdd, itemServiceAddFields),
        (MessageKind.estimateAdd, estimateAddFields),
        (MessageKind.estimateMod, estimateModFields),
    ])
    func `the fields of a write stand in this order and have these limits`(kind: MessageKind, fields: String) throws {
        var outline = OutlineVisitor()

        _ = try RequestMessage.visit(kind, nil, &outline)

        let own = outline.lines.filter { !$0.contains("Ref/") }
        #expect(own.joined(separator: "\n") == fields)
    }

    private static let customerAddFields = """
        CustomerAdd/Name name(41)
        CustomerAdd/IsActive Bool
        CustomerAdd/CompanyName line(41)
        CustomerAdd/AccountNumber line(99)
        CustomerAdd/JobStatus JobStatus
        CustomerAdd/JobStartDate date
        CustomerAdd/JobProjectedEndDate date
        CustomerAdd/JobEndDate date
        CustomerAdd/JobDesc line(99)
        CustomerAdd/Notes prose(4095)
        CustomerAdd/ExternalGUID guid
        """

    private static let itemServiceAddFields = """
        ItemServiceAdd/Name name(31)
        ItemServiceAdd/IsActive Bool
        ItemServiceAdd/SalesOrPurchase/Desc prose(4095)
        ItemServiceAdd/SalesOrPurchase/Price QBPrice
        ItemServiceAdd/SalesOrPurchase/PricePercent QBPercent
        ItemServiceAdd/SalesAndPurchase/SalesDesc prose(4095)
        ItemServiceAdd/SalesAndPurchase/SalesPrice QBPrice
        ItemServiceAdd/SalesAndPurchase/PurchaseDesc prose(4095)
        ItemServiceAdd/SalesAndPurchase/PurchaseCost QBPrice
        ItemServiceAdd/ExternalGUID guid
        """

    private static let estimateAddFields = """
        EstimateAdd/TxnDate date
        EstimateAdd/RefNumber line(11)
        EstimateAdd/IsActive Bool
        EstimateAdd/PONumber line(25)
        EstimateAdd/DueDate date
        EstimateAdd/Memo prose(4095)
        EstimateAdd/Other line(29)
        EstimateAdd/ExternalGUID guid
        EstimateAdd/EstimateLineAdd|/Desc prose(4095)
        EstimateAdd/EstimateLineAdd|/Quantity QBQuantity
        EstimateAdd/EstimateLineAdd|/UnitOfMeasure line(31)
        EstimateAdd/EstimateLineAdd|/Rate QBPrice
        EstimateAdd/EstimateLineAdd|/RatePercent QBPercent
        EstimateAdd/EstimateLineAdd|/Amount QBAmount
        EstimateAdd/EstimateLineAdd|/MarkupRatePercent QBPercent
        EstimateAdd/EstimateLineAdd|/Other1 line(29)
        EstimateAdd/EstimateLineAdd|/Other2 line(29)
        EstimateAdd/EstimateLineGroupAdd|/Quantity QBQuantity
        EstimateAdd/EstimateLineGroupAdd|/UnitOfMeasure line(31)
        """

    private static let estimateModFields = """
        EstimateMod/TxnID id
        EstimateMod/EditSequence line(16)
        EstimateMod/TxnDate date
        EstimateMod/RefNumber line(11)
        EstimateMod/IsActive Bool
        EstimateMod/CreateChangeOrder Bool
        EstimateMod/PONumber line(25)
        EstimateMod/DueDate date
        EstimateMod/Memo prose(4095)
        EstimateMod/Other line(29)
        EstimateMod/EstimateLineMod|/TxnLineID id
        EstimateMod/EstimateLineMod|/Desc prose(4095)
        EstimateMod/EstimateLineMod|/Quantity QBQuantity
        EstimateMod/EstimateLineMod|/UnitOfMeasure line(31)
        EstimateMod/EstimateLineMod|/Rate QBPrice
        EstimateMod/EstimateLineMod|/RatePercent QBPercent
        EstimateMod/EstimateLineMod|/Amount QBAmount
        EstimateMod/EstimateLineMod|/MarkupRatePercent QBPercent
        EstimateMod/EstimateLineMod|/Other1 line(29)
        EstimateMod/EstimateLineMod|/Other2 line(29)
        EstimateMod/EstimateLineGroupMod|/TxnLineID id
        EstimateMod/EstimateLineGroupMod|/Quantity QBQuantity
        EstimateMod/EstimateLineGroupMod|/UnitOfMeasure line(31)
        EstimateMod/EstimateLineGroupMod|/EstimateLineMod*/TxnLineID id
        EstimateMod/EstimateLineGroupMod|/EstimateLineMod*/Desc prose(4095)
        EstimateMod/EstimateLineGroupMod|/EstimateLineMod*/Quantity QBQuantity
        EstimateMod/EstimateLineGroupMod|/EstimateLineMod*/UnitOfMeasure line(31)
        EstimateMod/EstimateLineGroupMod|/EstimateLineMod*/Rate QBPrice
        EstimateMod/EstimateLineGroupMod|/EstimateLineMod*/RatePercent QBPercent
        EstimateMod/EstimateLineGroupMod|/EstimateLineMod*/Amount QBAmount
        EstimateMod/EstimateLineGroupMod|/EstimateLineMod*/MarkupRatePercent QBPercent
        EstimateMod/EstimateLineGroupMod|/EstimateLineMod*/Other1 line(29)
        EstimateMod/EstimateLineGroupMod|/EstimateLineMod*/Other2 line(29)
        """
}
