"""What a reason is: a kind from the catalogue with its arguments, never a sentence.

Stages ask for kinds (`said(item.reason, PointForComma)`); `render` alone knows how they are worded.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, TypeVar, dataclass_transform


@dataclass_transform(frozen_default=True)
class _Kind(type):
    """Makes a kind of its annotations: immutable, with slots, compared and hashed by its fields.

    A frozen dataclass would be the same. Each has half a dozen functions compiled when the program starts, and there
    are far more kinds than a release has reasons of.
    """

    def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> _Kind:
        own = tuple(item for item in namespace.get("__annotations__", {}) if not item.startswith("_"))
        defaults = {item: namespace.pop(item) for item in own if item in namespace}
        inherited = tuple(name for base in bases for name in getattr(base, "__match_args__", ()))
        known = {name: value for base in bases for name, value in getattr(base, "_defaults", {}).items()}
        made = {"__slots__": own, "__match_args__": (*inherited, *own), "_defaults": known | defaults}
        return super().__new__(cls, name, bases, namespace | made)


class Reason(metaclass=_Kind):
    """Why a token is what it is. Each subclass is a kind; its fields are what the sentence is about."""

    _defaults: ClassVar[Mapping[str, object]]

    def __init__(self, *values: object, **named: object) -> None:
        fields = self.fields()
        given = {**self._defaults, **dict(zip(fields, values, strict=False)), **named}
        if len(values) > len(fields) or given.keys() != set(fields):
            raise TypeError(f"{type(self).__name__} is of {', '.join(fields) or 'nothing'}")
        for name, value in given.items():
            object.__setattr__(self, name, value)

    @classmethod
    def fields(cls) -> tuple[str, ...]:
        """The names of its fields, in order."""
        return cls.__match_args__

    def parts(self) -> Iterator[Reason]:
        """The reason itself, and the reasons that it is made of."""
        yield self
        for value in self._values():
            for item in value if isinstance(value, tuple) else (value,):
                if isinstance(item, Reason):
                    yield from item.parts()

    def _values(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in self.fields())

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"cannot set {name}: a reason is immutable")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"cannot delete {name}: a reason is immutable")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Reason) and type(other) is type(self) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash((type(self), self._values()))

    def __repr__(self) -> str:
        told = (f"{name}={value!r}" for name, value in zip(self.fields(), self._values(), strict=True))
        return f"{type(self).__name__}({', '.join(told)})"

    def __reduce__(self) -> tuple[type[Reason], tuple[object, ...]]:
        return type(self), self._values()


class Joint(Reason):
    """Several reasons that hold together, in the order in which they are told."""

    reasons: tuple[Reason, ...]


K = TypeVar("K", bound=Reason)


def both(*reasons: Reason | None) -> Reason:
    """Reasons as one, what is None left out. At least one must be there."""
    found = tuple(reason for reason in reasons if reason is not None)
    if not found:
        raise ValueError("no reason given")
    return found[0] if len(found) == 1 else Joint(found)


def part(reason: Reason | None, kind: type[K]) -> K | None:
    """The first part of a reason that is of a kind."""
    return next((item for item in reason.parts() if isinstance(item, kind)), None) if reason else None


def said(reason: Reason | None, *kinds: type[Reason]) -> bool:
    """Whether a reason, or what it is made of, is of one of the kinds."""
    return reason is not None and any(isinstance(item, kinds) for item in reason.parts())
