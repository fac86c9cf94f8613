"""What a run may cost, and what it has cost so far."""

from dataclasses import dataclass, field
from decimal import Decimal

from policy_digest.engines.errors import SpentError

_MILLION = Decimal(1_000_000)


@dataclass(frozen=True, slots=True)
class Prices:
    """The price of a million tokens, asked and answered, in whatever currency the editor counts."""

    asked: Decimal = Decimal(0)
    answered: Decimal = Decimal(0)

    def of(self, asked: int, answered: int) -> Decimal:
        """What so many tokens cost."""
        return (self.asked * asked + self.answered * answered) / _MILLION


@dataclass(frozen=True, slots=True)
class Budget:
    """How many calls a run may make, repeated ones too, and what they may cost in all; None is no limit."""

    calls: int | None = None
    cost: Decimal | None = None
    prices: Prices = field(default_factory=Prices)


@dataclass(slots=True)
class Spending:
    """What a run has used of its budget. ``estimated``: calls whose tokens the endpoint did not tell."""

    budget: Budget
    calls: int = 0
    asked: int = 0
    answered: int = 0
    estimated: int = 0

    @property
    def cost(self) -> Decimal:
        """What the calls have cost so far."""
        return self.budget.prices.of(self.asked, self.answered)

    def begin(self, asked: int, answered: int) -> None:
        """Count a call that takes at most so many tokens. Raises SpentError where the budget has no room for it."""
        budget = self.budget
        if budget.calls is not None and self.calls >= budget.calls:
            raise SpentError(f"the limit of {budget.calls} calls is reached")
        most = self.cost + budget.prices.of(asked, answered)
        if budget.cost is not None and most > budget.cost:
            words = f"the next call may bring the cost from {self.cost:.4f} to {most:.4f}"
            raise SpentError(f"{words}, and the limit is {budget.cost}")
        self.calls += 1

    def end(self, asked: int, answered: int, *, is_told: bool) -> None:
        """Add the tokens of a call; ``is_told``: by the endpoint, not estimated."""
        self.asked += asked
        self.answered += answered
        self.estimated += not is_told

    def __str__(self) -> str:
        calls = "1 call" if self.calls == 1 else f"{self.calls} calls"
        estimated = f" ({self.estimated} of them estimated)" if self.estimated else ""
        tokens = f"{self.asked} tokens asked, {self.answered} answered"
        has_price = self.budget.prices != Prices()
        return f"{calls}{estimated}, {tokens}" + (f", cost {self.cost:.4f}" if has_price else "")
