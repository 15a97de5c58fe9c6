  def forward(self: __torch__.Ops, x: Tensor) -> Tensor:
    return x
  def copies(self: __torch__.Ops, xs: List[Tensor]) -> List[Tensor]:
    res = annotate(List[Tensor], [])
    for i in range(torch.len(xs)):
      _0 = torch.append(res, torch.clone(torch.detach(xs[i])))
    return res
  def next_token_loss(self: __torch__.Ops, logits: Tensor, ids: Tensor) -> Tensor:
    t = torch.size(ids, 1)
    predictions = torch.slice(logits, 1, 0, torch.sub(t, 1))
    targets = torch.slice(ids, 1, 1, t)
    return torch.cross_entropy_loss(torch.flatten(predictions, 0, 1), torch.flatten(targets))
  def weighted_next_token_loss(self: __torch__.Ops, logits: Tensor, ids: Tensor, weights: Tensor) -> Tensor:
    t = torch.size(ids, 1)
    predictions = torch.flatten(torch.slice(logits, 1, 0, torch.sub(t, 1)), 0, 1)
    targets = torch.flatten(torch.slice(ids, 1, 1, t))
    losses = torch.cross_entropy_loss(predictions, targets, None, 0)
    shares = torch.flatten(torch.slice(weights, 1, 1, t))
    return torch.div(torch.sum(torch.mul(losses, shares)), torch.sum(shares))
  def class_loss(self: __torch__.Ops, logits: Tensor, labels: Tensor) -> Tensor:
    return torch.cross_entropy_loss(logits, labels)
  def marked_log_probs(self: __torch__.Ops, logits: Tensor, ids: Tensor, marks: Tensor) -> Tensor:
    t = torch.size(ids, 1)
    logs = torch.log_softmax(torch.slice(logits, 1, 0, torch.sub(t, 1)), -1)
    targets = torch.unsqueeze(torch.slice(ids, 1, 1, t), -1)
    each = torch.squeeze(torch.gather(logs, -1, targets), -1)
    return torch.sum(torch.mul(each, torch.slice(marks, 1, 1, t)), [1])
  def preference_loss(self: __torch__.Ops, margins: Tensor, before: Tensor, beta: float) -> Tensor:
    return torch.neg(torch.mean(torch.log_sigmoid(torch.mul(torch.sub(margins, before), beta))))
  def masked_loss(self: __torch__.Ops, logits: Tensor, targets: Tensor, ignored: int) -> Tensor:
    return torch.cross_entropy_loss(torch.flatten(logits, 0, 1), torch.flatten(targets), None, 1, ignored)
  def yes_no_loss(self: __torch__.Ops, logits: Tensor, labels: Tensor) -> Tensor:
    return torch.binary_cross_entropy_with_logits(torch.squeeze(logits, 1), torch.to(labels, 6))
  def square_loss(self: __torch__.Ops, logits: Tensor, targets: Tensor) -> Tensor:
    return torch.mse_loss(logits, targets)
  def adamw(self: __torch__.Ops, parameters: List[Tensor], gradients: List[Tensor], means: List[Tensor], squares: List[Tensor], decays: List[int], step: int, rate: float, beta1: float, beta2: float, epsilon: float, decay: float, clip: float) -> Tensor:
    total = torch.zeros([], dtype=6)
    for i in range(torch.len(gradients)):
      total = torch.add(total, torch.sum(torch.mul(gradients[i], gradients[i])))
    norm = torch.sqrt(total)
    shrink = torch.clamp(torch.div(clip, torch.add(norm, 1e-06)), max=1.)
    correction1 = torch.sub(1., torch.pow(beta1, step))
    correction2 = torch.sub(1., torch.pow(beta2, step))
    for j in range(torch.len(parameters)):
      g = torch.mul(gradients[j], shrink)
      m = torch.add_(torch.mul_(means[j], beta1), g, alpha=torch.sub(1., beta1))
      v = torch.addcmul_(torch.mul_(squares[j], beta2), g, g, value=torch.sub(1., beta2))
      denominator = torch.add(torch.sqrt(torch.div(v, correction2)), epsilon)
      p = torch.detach(parameters[j])
      if torch.eq(decays[j], 1):
        _1 = torch.mul_(p, torch.sub(1., torch.mul(rate, decay)))
      _2 = torch.addcdiv_(p, torch.div(m, correction1), denominator, value=torch.neg(rate))
    return norm
  def keep_largest(self: __torch__.Ops, parameters: List[Tensor], counts: List[int]) -> Tensor:
    for i in range(torch.len(parameters)):
      p = torch.detach(parameters[i])
      if torch.lt(counts[i], torch.numel(p)):
        flat = torch.reshape(p, [-1])
        values, places = torch.topk(torch.abs(flat), counts[i], -1, True, False)
        kept = torch.scatter(torch.zeros_like(flat), 0, places, torch.gather(flat, 0, places))
        _0 = torch.copy_(p, torch.reshape(kept, torch.size(p)))
    return torch.zeros([], dtype=6)
