import ArgumentParser
import BudgetDomain

/// Amounts as they are typed on a command line: a decimal point, thousands by comma, minus or parentheses.
enum WrittenFigures {
    static func money(_ text: String, option: String, in currency: Currency) throws -> Money {
        do {
            guard let money = try AmountText.money(text, currency: currency) else { throw blank(option) }
            return money
        } catch let fault as AmountTextFault {
            throw ValidationError("\(option) “\(text)”: \(fault.sentence)")
        }
    }

    static func quantity(_ text: String, in currency: Currency) throws -> Quantity {
        do {
            guard let quantity = try AmountText.quantity(text, currency: currency) else { throw blank("--quantity") }
            return quantity
        } catch let fault as AmountTextFault {
            throw ValidationError("--quantity “\(text)”: \(fault.sentence)")
        }
    }

    static func unitCost(_ text: String, in currency: Currency) throws -> UnitCost {
        do {
            guard let cost = try AmountText.unitCost(text, currency: currency) else { throw blank("--unit-cost") }
            return cost
        } catch let fault as AmountTextFault {
            throw ValidationError("--unit-cost “\(text)”: \(fault.sentence)")
        }
    }

    private static func blank(_ option: String) -> ValidationError {
        ValidationError("\(option) is empty.")
    }
}
