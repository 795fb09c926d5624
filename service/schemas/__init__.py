"""What may come in, as marshmallow schemas: the contract, its messages and its OpenAPI description."""
