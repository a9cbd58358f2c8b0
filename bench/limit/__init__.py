"""What a page can cost at best: bare Django beside the product, over the same store, behind the same server."""
