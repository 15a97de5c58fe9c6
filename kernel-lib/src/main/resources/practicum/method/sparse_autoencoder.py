  def copy(self: __torch__.Ops, x: Tensor) -> Tensor:
    return torch.clone(x)
  def active(self: __torch__.Ops, pre: Tensor, k: int) -> Tensor:
    if torch.eq(k, 0):
      f = torch.relu(pre)
    else:
      values, places = torch.topk(pre, k, -1, True, False)
      f = torch.scatter(torch.zeros_like(pre), -1, places, torch.relu(values))
    return f
  def activate(self: __torch__.Ops, pre: Tensor, k: int) -> Tensor:
    if torch.eq(k, 0):
      f = torch.relu_(pre)
    else:
      f = (self).active(pre, k, )
    return f
  def loss(self: __torch__.Ops, difference: Tensor, f: Tensor, penalty: float) -> Tensor:
    total = torch.add(torch.sum(torch.mul(difference, difference)), torch.mul(torch.sum(f), penalty))
    return torch.div(total, torch.size(f, 0))
  def where_active(self: __torch__.Ops, d: Tensor, f: Tensor) -> Tensor:
    return torch.threshold_backward(d, f, 0)
  def adam(self: __torch__.Ops, parameters: List[Tensor], gradients: List[Tensor], means: List[Tensor], squares: List[Tensor], step: int, rate: float) -> Tensor:
    decoder = parameters[1]
    along = torch.sum(torch.mul(gradients[1], decoder), [0], True)
    _0 = torch.addcmul_(gradients[1], decoder, along, value=-1)
    steps = annotate(List[Tensor], [])
    for i in range(torch.len(parameters)):
      _1 = torch.append(steps, torch.full([], step, dtype=6))
    none = annotate(List[Tensor], [])
    torch._fused_adam_(parameters, gradients, means, squares, none, steps, lr=rate, beta1=0.9, beta2=0.999, weight_decay=0., eps=1e-08, amsgrad=False, maximize=False)
    return torch.div_(decoder, torch.clamp(torch.norm(decoder, 2, [0], True), 1e-12))
